"""Where a record stands in a list means nothing: shuffled lists give the same items, keys and statements."""

from copy import deepcopy
from random import Random

import pytest
import yaml
from made import read_yaml

from build_tools.derive.bank import build_bank
from build_tools.generate import read_facts
from build_tools.problems import Problems

TWIN = "tests/sample says so too."
FACTS = ("content/contact-types/*.yml", "content/*s.yml", "quiz/bank/*.yml", "quiz/item-models/*")


def rewrite(root, work):
    """Put each file of facts through `work`."""
    for pattern in FACTS:
        for path in sorted(root.glob(pattern)):
            record = read_yaml(path)
            work(record)
            path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")


def with_twins(record):
    """Say each sourced statement of a contact type once more, so that one of two has to be chosen."""
    if isinstance(record, list):
        return
    for part in ("who", "can", "cannot") if "known_by" in record else ():
        for one in [one for one in record.get(part, ()) if "source" in one]:
            record[part].append(deepcopy(one) | {"id": f"a-{one['id']}", "text": TWIN})
    for item in record.get("items", ()):
        more = ("principles/say-thanks", "bosses/who/saw-you-work")
        item["about"] = list(dict.fromkeys([*item["about"], *more]))


def shuffled(record, chance):
    """Shuffle every list in a record, whatever it holds."""
    for one in record.values() if isinstance(record, dict) else record:
        if isinstance(one, (dict, list)):
            shuffled(one, chance)
    if isinstance(record, list):
        chance.shuffle(record)


def meaning(root):
    """Return what each item asks, which answer is right, and what each answer rests on."""
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    assert problems.errors == []
    return {
        item.id: (
            item.main,
            item.stratum,
            set(item.about),
            set(item.fits),
            item.token,
            {part.id: part.rests_on for part in item.parts},
        )
        for item in bank.items.values()
    }


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_lists_changes_no_item(sample, seed):
    rewrite(sample, with_twins)
    before = meaning(sample)

    rewrite(sample, lambda record: shuffled(record, Random(seed)))

    assert len(before) > 4
    assert meaning(sample) == before
