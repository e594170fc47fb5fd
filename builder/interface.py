"""The words of the interface, told once for both languages: the model of data/interface.yml."""

from pydantic import RootModel

from builder.texts import Text


class Interface(RootModel[dict[str, Text]]):
    """Words by the name that the templates call them by."""
