"""Sign painters' letters: a 5x7 and a 3x5 face. Signs are generic (FISH, BREAD): no firm, no person."""

import numpy as np

from .relief import Paint, Relief


def _large() -> dict[str, str]:
    """Rows of each letter, top to bottom, as hexadecimal numbers after its width."""
    text = (
        "A50e11111f111111 B51e11111e11111e C50e11101010110e D51e11111111111e E51f10101e10101f F51f10101e101010 "
        "G50e11101711110e H51111111f111111 I307020202020207 J50702020202120c K511121418141211 L51010101010101f "
        "M5111b1515111111 N511191513111111 O50e11111111110e P51e11111e101010 Q50e11111115120d R51e11111e141211 "
        "S50f10100e01011e T51f040404040404 U51111111111110e V511111111110a04 W511111115151b11 X511110a040a1111 "
        "Y511110a04040404 Z51f01020408101f 050e11131519110e 1302060202020207 250e11010608101f 351e01010e01011e "
        "4502060a121f0202 551f101e0101110e 650e101e1111110e 751f010204040404 850e11110e11110e 950e11110f01010e "
        "&50c12140815120d .100000000000001 '101010000000000 $5040f140e051e04 -300000007000000 _300000000000000 "
        "!101010101010001 ¢5040e1514150e04 "
    )
    return {part[0]: part[1:] for part in text.split()}


def _small() -> dict[str, str]:
    """Rows of each letter, top to bottom, as hexadecimal numbers after its width."""
    text = (
        "A30205070505 B30605060506 C30304040403 D30605050506 E30704060407 F30704060404 "
        "G30304050503 H30505070505 I10101010101 J30101010502 K30505060505 L30404040407 "
        "M5111b151111 N4090d0b0909 O30205050502 P30605060404 Q30205050603 R30605060505 "
        "S30304020106 T30702020202 U30505050507 V30505050502 W51111151b11 X30505020505 "
        "Y30505020202 Z30701020407 _20000000000 030705050507 120103010101 230601020407 "
        "330601020106 430505070101 530704060106 630304070507 730701020202 830705070507 "
        "930705070106 .10000000001 &30205020503 -20000030000 '10101000000 $30306020306 "
        "¢30207040702 "
    )
    return {part[0]: part[1:] for part in text.split()}


def text_mask(text: str, small: int = 0, scale: tuple[int, int] = (1, 1), bold: int = 0) -> np.ndarray:
    """The text as a boolean mask; `small` picks the 3x5 face; a letter unknown is a space."""
    face, rows = (_small(), 5) if small else (_large(), 7)
    parts = []
    for letter in text or " ":
        code = face.get(letter, face["_"])
        width = int(code[0])
        lines = [int(code[1 + 2 * i : 3 + 2 * i], 16) for i in range(rows)]
        parts += [
            np.array([[line >> (width - 1 - x) & 1 for x in range(width)] for line in lines], bool),
            np.zeros((rows, 1), bool),
        ]
    mask = np.kron(np.concatenate(parts[:-1], 1), np.ones((scale[1], scale[0]), bool))
    if bold:
        mask = np.pad(mask, ((0, 0), (0, 1)))
        mask |= np.roll(mask, 1, 1)
    return mask


def text_width(text: str, small: int = 0, scale: int = 1) -> int:
    """Pixels the text takes."""
    return text_mask(text, small, (scale, 1)).shape[1]


def write(r: Relief, at: tuple[float, float], text: str, paint: Paint, **style: object) -> int:
    """Letter `text` with its top left at `at`; style: small, scale, bold, shade, glow. Returns the width."""
    shade, glow = style.pop("shade", None), style.pop("glow", None)
    mask = text_mask(text, **style)  # type: ignore[arg-type]
    if shade is not None:
        r.mask(at[0] + 1, at[1] + 1, mask, shade)
    r.mask(at[0], at[1], mask, paint, None, glow)
    return int(mask.shape[1])
