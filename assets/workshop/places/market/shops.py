"""The shops of the market: where its rowhouses stand, what each sells, the cloth of the awnings."""

from ..things.goods import (
    APPLES,
    AUBERGINE,
    BREAD,
    CABBAGE,
    CHEESE,
    FISH,
    GRAPES,
    LEMONS,
    LETTUCE,
    ORANGES,
    POTATO,
    TOMATO,
)
from .houses import BLUE, BROWN, CREAM, DARK, GREEN, RED, Front

BLOCKS = (
    (
        2.4,
        (
            Front(150, 2, "brick", DARK, "MEATS", "#24382e"),
            Front(168, 2, "brick", RED, "FISH & CLAMS", "#20344a", shutters="#24402f"),
            Front(138, 1, "stucco", CREAM, "CHEESE", "#5a2420"),
            Front(156, 2, "brick", BROWN, "BREAD", "#4a341c", "#c0b498"),
            Front(120, 1, "boards", GREEN, "COFFEE", "#33241c"),
        ),
    ),
    (
        31.2,
        (
            Front(160, 2, "brick", RED, "PRODUCE", "#2c4630", "#c4b898"),
            Front(146, 1, "brick", DARK, "EGGS", "#4a1c1c"),
            Front(176, 2, "stucco", BLUE, "POULTRY", "#4a2c1c", "#d0c8b4"),
            Front(140, 2, "brick", BROWN, "SPICES", "#5a3a18", shutters="#5a2a20"),
            Front(160, 1, "brick", RED, "PASTA", "#1c3a44"),
        ),
    ),
    (
        59.2,
        (
            Front(152, 1, "boards", CREAM, "OLIVES", "#2c3a24"),
            Front(164, 2, "brick", DARK, "FISH", "#1c3450", "#b8b0a4"),
            Front(140, 2, "brick", RED, "HARDWARE", "#3a2a20"),
            Front(148, 1, "stucco", GREEN, "FRUIT", "#5a2424"),
        ),
    ),
    (
        88.2,
        (
            Front(158, 2, "brick", BROWN, "BAKERY", "#6a3020", "#c8bca0"),
            Front(138, 1, "brick", RED, "CRABS", "#20404a", shutters="#203a44"),
            Front(170, 2, "brick", DARK, "MEATS", "#4a1c18"),
            Front(134, 1, "stucco", CREAM, "TEA", "#24402c"),
        ),
    ),
)
SELL: dict[str, tuple[list, str]] = {
    "MEATS": ([POTATO, CABBAGE, APPLES], "sausage"),
    "FISH & CLAMS": ([FISH, LEMONS, FISH], "fish"),
    "CHEESE": ([CHEESE, GRAPES, CHEESE], "cheese"),
    "BREAD": ([BREAD, BREAD, LEMONS], "garlic"),
    "COFFEE": ([POTATO, LEMONS, ORANGES], "garlic"),
    "PRODUCE": ([ORANGES, CABBAGE, TOMATO, LEMONS], "garlic"),
    "EGGS": ([LETTUCE, POTATO, CABBAGE], "fowl"),
    "POULTRY": ([APPLES, LETTUCE, POTATO], "fowl"),
    "SPICES": ([TOMATO, LEMONS, AUBERGINE], "garlic"),
    "PASTA": ([TOMATO, BREAD, AUBERGINE], "sausage"),
    "OLIVES": ([GRAPES, LEMONS, GRAPES], "cheese"),
    "FISH": ([FISH, LEMONS, FISH], "fish"),
    "HARDWARE": ([POTATO, APPLES, ORANGES], "garlic"),
    "FRUIT": ([ORANGES, APPLES, GRAPES, LEMONS], "garlic"),
    "BAKERY": ([BREAD, APPLES, BREAD], "sausage"),
    "CRABS": ([TOMATO, LEMONS, FISH], "fish"),
    "TEA": ([LETTUCE, ORANGES, LEMONS], "garlic"),
}
CLOTHS = (  # the awning's two tones and how wide its stripes are, px
    ("#a83426", "#dccfac", 13),
    ("#2a6248", "#d4c8a4", 9),
    ("#c8902c", "#dfd2a8", 20),
    ("#2c4c80", "#d2c8ae", 13),
    ("#8c3a2a", "#8c3a2a", 13),
    ("#86502c", "#d8c69c", 11),
    ("#6a2c50", "#dac8b8", 9),
    ("#3c6c6a", "#cfcab4", 18),
)
BOARDS = (
    (12.4, ("PORK", "CHOPS", "79¢")),
    (40.6, ("SWEET", "ORANGES", "10¢")),
    (61.8, ("OLIVES", "5 LB $2", "")),
    (94.6, ("BLUE", "CRABS", "$1")),
)
"""Slates at the kerb: left edges, metres, and what is chalked on them; the map puts others on the lane's side."""
