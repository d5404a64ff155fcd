"""What the words of a referrer say of kinship: "Mother’s boyfriend", "Paternal grandmother", "Half-brother"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Generation(StrEnum):
    """Where somebody stands in a picture of the family."""

    ELDER = "elder"
    PARENT = "parent"
    CHILD = "child"
    OTHER = "other"


MALE, FEMALE, UNKNOWN = "M", "F", "U"
_FATHERS = {"father", "dad", "daddy"}
_MOTHERS = {"mother", "mum", "mam", "mom", "mummy"}
_PARENTS: Final = {**dict.fromkeys(_FATHERS, MALE), **dict.fromkeys(_MOTHERS, FEMALE), "parent": UNKNOWN}
_ELDERS: Final = {
    **dict.fromkeys(("grandfather", "grandad", "granddad", "grandpa", "grampa"), MALE),
    **dict.fromkeys(("grandmother", "grandma", "granny", "gran", "nan", "nana", "nanny"), FEMALE),
    "grandparent": UNKNOWN,
}
_CHILDREN: Final = {
    **dict.fromkeys(("brother", "halfbrother", "stepbrother"), MALE),
    **dict.fromkeys(("sister", "halfsister", "stepsister"), FEMALE),
    **dict.fromkeys(("sibling", "twin", "cousin"), UNKNOWN),
}
_OTHERS: Final = {
    **dict.fromkeys(("uncle", "boyfriend", "husband", "stepfather", "stepdad", "godfather", "nephew", "son"), MALE),
    **dict.fromkeys(("aunt", "auntie", "girlfriend", "wife", "stepmother", "stepmum", "godmother", "niece", "daughter"), FEMALE),
    **dict.fromkeys(("partner", "carer", "friend", "neighbour", "guardian", "lodger"), UNKNOWN),
}
_NOT_BY_BIRTH = {"step", "foster", "god", "former", "ex"}
_ASIDE = re.compile(r"\(.*?\)")
_WHOSE = re.compile(r"\b(\w+)['’]s\b")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Kin:
    """What somebody is to a child, as far as the words say; `side`: through whom, where that is said."""

    generation: Generation
    sex: str
    side: str = ""


def kin(relationship: str) -> Kin:
    """Read a relationship. What it does not say is not guessed: then somebody stands among the others, or on no side."""
    said = _ASIDE.sub(" ", relationship.lower()).split(" of ")[0].split(",")[0]
    whose = _WHOSE.search(said)
    words = _WORD.findall(_WHOSE.sub(" ", said))
    head = next((word for word in reversed(words) if word in _KNOWN), "")
    side = _side(words, whose[1] if whose else "")
    generation, sex = _KNOWN.get(head, (Generation.OTHER, UNKNOWN))
    if generation is Generation.PARENT and whose:
        generation = Generation.ELDER if side else Generation.OTHER
    elif (generation in (Generation.PARENT, Generation.ELDER) and _NOT_BY_BIRTH & set(words)) or whose:
        generation = Generation.OTHER
    return Kin(generation, sex, side if generation is Generation.ELDER else "")


def _side(words: list[str], whose: str) -> str:
    if "maternal" in words or whose in _MOTHERS:
        return FEMALE
    return MALE if "paternal" in words or whose in _FATHERS else ""


_KNOWN: Final = {
    **{word: (Generation.ELDER, sex) for word, sex in _ELDERS.items()},
    **{word: (Generation.PARENT, sex) for word, sex in _PARENTS.items()},
    **{word: (Generation.CHILD, sex) for word, sex in _CHILDREN.items()},
    **{word: (Generation.OTHER, sex) for word, sex in _OTHERS.items()},
}
