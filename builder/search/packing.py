"""Words and numbers in few bytes; packing.js reads them."""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
SHORT = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST = 35
"""How many letters two words next to each other can share; a digit in base 36."""


def front_coded(words: list[str]) -> str:
    """Return sorted words, each without the letters it shares with the one before, whose number comes first.

    >>> front_coded(["hitsaaja", "hitsaamo", "työ"])
    '0hitsaaja 6mo 0työ'
    """
    coded, before = [], ""
    for word in words:
        same = 0
        while same < min(len(word), len(before), LONGEST) and word[same] == before[same]:
            same += 1
        coded.append(SHORT[same] + word[same:])
        before = word
    return " ".join(coded)


def differences(numbers: list[int]) -> str:
    """Return rising numbers as steps, five bits a letter; a letter of the upper half of DIGITS goes on in the next.

    >>> differences([0, 1, 40])
    '01d1'
    """
    coded, before = "", 0
    for number in numbers:
        step, before = number - before, number
        while step > 31:
            coded += DIGITS[32 + step % 32]
            step //= 32
        coded += DIGITS[step]
    return coded


def base36(number: int) -> str:
    """Return a number in base 36."""
    return SHORT[number] if number < 36 else base36(number // 36) + SHORT[number % 36]
