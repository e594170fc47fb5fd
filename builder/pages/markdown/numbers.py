"""The numbers of a list: those that are typed, where Markdown would count on from the first."""

from xml.etree.ElementTree import Element


def put_numbers(items: Element) -> None:
    """Number a list whose items have as `value` what is typed before them; if that is always 1, the list counts.

    >>> from xml.etree.ElementTree import XML, tostring
    >>> given = XML('<ol><li value="2"/><li value="3"/><li value="7"/></ol>')
    >>> put_numbers(given)
    >>> tostring(given).decode()
    '<ol start="2"><li /><li /><li value="7" /></ol>'
    """
    typed = [int(item.attrib.pop("value") or 1) for item in items if item.tag == "li"]
    if items.tag == "ul" or set(typed) == {1}:
        return
    if typed[0] != 1:
        items.set("start", str(typed[0]))
    for item, before, number in zip(items[1:], typed, typed[1:], strict=False):
        if number != before + 1:
            item.set("value", str(number))
