"""What can be done with branches that repeat: add one, call it otherwise, remove it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Branch, bare, branch_of
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message
from dossier_studio.workflow import branches


class Branches(QObject):
    """`name_asked` carries the section, the axis, and the branch to be named (None: a new one)."""

    name_asked = Signal(str, str, object)

    def __init__(self, session: Session, screen: QWidget) -> None:
        super().__init__(screen)
        self._session = session

    def menu_of(self, section: str, owner: QWidget) -> QMenu:
        """Return the menu of a section; empty where nothing repeats or nothing may be edited."""
        menu = QMenu(owner)
        menu.aboutToHide.connect(menu.deleteLater)
        axis = self._session.rulebook.outline.axis(bare(section))
        if not axis or not self._session.writable:
            return menu
        menu.addAction(self.tr("Add a branch…")).setData((section, axis, "add", None))
        here = branch_of(section)
        for one in self._session.dossier.branches:
            if one.axis == axis and here in {"", one.name}:
                title = one.title.replace("&", "&&")
                rename = menu.addAction(self.tr("Rename “{branch}”…").format(branch=title))
                rename.setData((section, axis, "rename", one))
                remove = menu.addAction(self.tr("Remove “{branch}”").format(branch=title))
                remove.setData((section, axis, "remove", one))
        menu.triggered.connect(self._act)
        return menu

    def _act(self, action: QAction) -> None:
        section, axis, act, branch = action.data()
        if act == "remove":
            self._remove(axis, branch)
        else:
            self.name_asked.emit(section, axis, branch)

    def name(self, axis: str, old: str, new: str, title: str) -> Message | None:
        """Add a branch, or call one otherwise; returns why not."""
        book, dossier = self._session.rulebook, self._session.dossier
        try:
            if old:
                change = branches.rename(book, dossier, axis, old, new=new, title=title)
            else:
                change = branches.add(book, dossier, axis, new, title=title)
        except StudioError as refusal:
            return refusal.message
        self._session.commit(change)
        return None

    def _remove(self, axis: str, branch: Branch) -> None:
        book, dossier = self._session.rulebook, self._session.dossier
        self._session.edit(lambda: branches.remove(book, dossier, axis, branch.name))
