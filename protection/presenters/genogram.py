"""The genogram: the children's network as a picture of generations, and in words."""

from collections.abc import Iterable, Sequence
from typing import Final

from children.models import Child
from foundation import charts
from foundation.charts import Chart, Figure, Link
from foundation.design import words
from protection.rules.genogram import FEMALE, MALE, Generation, Kin, kin
from protection.selectors.network import Network, Relative, Told

SHAPES: Final = {MALE: "square", FEMALE: "circle"}
SIGNS: Final = (
    (Figure("", (), "square"), "Male"),
    (Figure("", (), "circle"), "Female"),
    (Figure("", (), "diamond"), "Not said"),
    (Figure("", (), "triangle"), "Not born yet"),
    (Figure("", (), "square", strong=True), "Child of this family"),
    (Figure("", (), "square", filled=True), "Lives with the children"),
)
AT_HOME: Final = {"yes": "Yes", "no": "No"}
ORDER: Final = (Generation.PARENT, Generation.ELDER, Generation.CHILD)


def genogram(network: Network | None) -> Chart | None:
    """The picture; None where nobody may see it or nobody of the network was told of."""
    if network is None or not network.people:
        return None
    read = [(f"p{number}", one, [(told, kin(told.relationship)) for told in one.of]) for number, one in enumerate(network.people)]
    rows = {generation: [(key, one, said) for key, one, said in read if _stands(said) is generation] for generation in Generation}
    children = [
        Figure(f"c{pk}", [child.full_name, _born(child)], _shape_of_child(child), strong=True)
        for pk, child in network.children.items()
    ]
    siblings = [_figure(*each) for each in rows[Generation.CHILD]]
    parents = rows[Generation.PARENT]
    names = {pk: child.full_name for pk, child in network.children.items()}
    return charts.kinship(
        title="Genogram",
        description=_description(len(rows[Generation.ELDER]), parents, len(children), len(siblings), len(rows[Generation.OTHER])),
        rows=[
            [_figure(*each) for each in rows[Generation.ELDER]],
            [_figure(*each) for each in parents],
            [*children, *siblings],
        ],
        links=[*_links_of_elders(rows[Generation.ELDER], parents), *_links_of_parents(parents, names)],
        others=[_figure(*each) for each in rows[Generation.OTHER]],
        others_title="Others in the household and network",
        signs=SIGNS,
        table=(
            ("Who", "What they are to the children", "Lives with the children"),
            [
                *((name, "Child of this family", "–") for name in names.values()),
                *((one.name, _told(one, names), AT_HOME.get(one.at_home, "Not known")) for one in network.people),
            ],
        ),
    )


Read = tuple[str, Relative, Sequence[tuple[Told, Kin]]]


def _stands(said: Sequence[tuple[Told, Kin]]) -> Generation:
    """In which row somebody stands who is this to one child and that to another: a parent of one is a parent."""
    found = {one.generation for _told, one in said}
    return next((generation for generation in ORDER if generation in found), Generation.OTHER)


def _figure(key: str, one: Relative, said: Sequence[tuple[Told, Kin]]) -> Figure:
    sex = next((found.sex for _told, found in said if found.sex in SHAPES), "")
    what = dict.fromkeys(told.relationship for told, _found in said)
    return Figure(key, [one.name, *(what or [one.kind])], SHAPES.get(sex, "diamond"), filled=one.at_home == "yes")


def _shape_of_child(child: Child) -> str:
    return "triangle" if child.unborn else SHAPES.get(child.sex, "diamond")


def _links_of_parents(parents: Sequence[Read], names: Iterable[int]) -> list[Link]:
    """One line for the children who have the same parents; half-brothers hang on lines of their own."""
    of: dict[tuple[str, ...], list[str]] = {}
    for child in names:
        keys = tuple(
            key
            for key, _one, said in parents
            if any(told.child == child and found.generation is Generation.PARENT for told, found in said)
        )
        if keys:
            of.setdefault(keys, []).append(f"c{child}")
    return [Link(keys, below) for keys, below in of.items()]


def _links_of_elders(elders: Sequence[Read], parents: Sequence[Read]) -> list[Link]:
    """Grandparents whose side was said, to that parent of the same child, where there is exactly one."""
    of: dict[str, list[str]] = {}
    for key, _one, said in elders:
        found = {
            parent
            for told, known in said
            for parent, _two, said_of_parent in parents
            if known.side
            and any(
                other.child == told.child and one.generation is Generation.PARENT and one.sex == known.side
                for other, one in said_of_parent
            )
        }
        if len(found) == 1:
            of.setdefault(found.pop(), []).append(key)
    return [Link(above, [parent]) for parent, above in of.items()]


def _told(one: Relative, names: dict[int, str]) -> str:
    said = [
        f"{told.relationship} of {names[told.child]}{', has parental responsibility' if told.responsible else ''}"
        for told in one.of
    ]
    return "; ".join(said) or one.kind


def _description(elders: int, parents: Sequence[Read], children: int, siblings: int, others: int) -> str:
    counted = (
        (elders, "grandparent", "grandparents"),
        (len(parents), "parent", "parents"),
        (children, "child of this family", "children of this family"),
        (siblings, "brother, sister or cousin", "brothers, sisters or cousins"),
        (others, "other person", "other people"),
    )
    told = ", ".join(words.counted(number, *of) for number, *of in counted if number)
    return f"From the oldest generation to the youngest: {told}. The table says who is what to whom."


def _born(child: Child) -> str:
    if child.birth_date:
        return f"born {words.short_date(child.birth_date)}"
    return f"due {words.short_date(child.expected_delivery_date)}"
