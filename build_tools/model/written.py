"""Hand-written items, before the table has judged them."""

from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..problems import Place
from .fields import NOT_EMPTY, WHOLE, At, Loses, Slug, StatementId, Text, TypeId, ref
from .items import Choice, Option


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenOption(Option):
    """An option as its author wrote it."""

    place: Annotated[Place, At("ask")] = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenItem:
    """A hand-written item, before the table has judged it."""

    id: Slug
    names: tuple[Text, ...]
    """The names of people in it."""
    stem: Text
    """The scene."""
    question: Text
    """What is asked about the scene."""
    contact_type: TypeId | None
    """The contact type of the one who is asked."""
    about: Annotated[tuple[StatementId, ...], NOT_EMPTY]
    """The statements it asks about."""
    options: Annotated[tuple[WrittenOption, ...], WHOLE]
    """Three of them, of which one has `key: true`."""
    like: Annotated[str, ref(families.TWIN)] | None
    """The id of a similar item that gives the answer away; no form holds both."""
    kind: str
    unjudged: frozenset[Place] = frozenset()
    """The places of options whose asks the table cannot judge."""
    place: Place = field(compare=False)

    @property
    def choice(self) -> Choice:
        """The item of the bank that it is, if the table agrees with its key."""
        asks = (option.ask for option in self.options)
        return Choice(
            id=self.id,
            kind=self.kind,
            model=None,
            names=self.names,
            stem=self.stem,
            question=self.question,
            contact_type=self.contact_type,
            about=self.about,
            fits=tuple((self.contact_type, ask) for ask in asks if self.contact_type and ask),
            options=self.options,
            place=self.place,
            like=self.like,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenItems:
    """The hand-written items of one kind."""

    kind: Slug
    """What such items are called in blueprints."""
    items: Annotated[tuple[WrittenItem, ...], Loses()]
