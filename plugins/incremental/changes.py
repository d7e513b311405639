"""What has to be made again in a build, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Changes:
    """What has to be made again.

    ``all``: why everything has to; empty if not. ``posts`` and ``owners`` are those to be made again, ``kinds`` the
    kinds of owners (such as ``day``) of which all are: each with the reason. ``gone`` are posts that are no more.
    ``editions`` are the names of files about editions that are new or changed, ``gone_editions`` of those that are no
    more. ``is_table_changed``: the outlet table did; ``prints`` are what tells its rows from others, once it was read.
    ``is_list_left``: the list in the output folder is as the last build left it.
    """

    all: str = ""
    posts: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    editions: list[str] = field(default_factory=list)
    gone_editions: list[str] = field(default_factory=list)
    is_table_changed: bool = False
    prints: dict[str, list[str]] | None = None
    is_list_left: bool = True

    def __bool__(self) -> bool:
        told = self.all or self.posts or self.gone or self.owners or self.kinds
        return bool(told or self.is_table_changed or not self.is_list_left)
