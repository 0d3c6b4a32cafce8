"""The one style sheet: grounds, borders, radii and states, written from the tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Template


def written(names: Mapping[str, str], scale: float) -> str:
    """Return the sheet with colours filled in and type sizes (points) at the person's scale."""
    filled = Template(_SHEET).substitute(names)
    return re.sub(r"([\d.]+)pt", lambda size: f"{float(size[1]) * scale:.2f}pt", filled)


_SHEET = """
QMainWindow, QWidget#body, QScrollArea, QWidget#page { background: $window; }
QScrollArea { border: none; }
QWidget#header { background: $surface; border-bottom: 1px solid $border; }
QWidget#status { background: $window; border-top: 1px solid $border; }
QWidget#side { background: $sunken; }
QWidget#side[edge="left"] { border-left: 1px solid $border; }
QWidget#side[edge="right"] { border-right: 1px solid $border; }
QWidget#line { background: $border; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }

QLabel { background: transparent; }
QLabel[role="display"] { font-size: 26pt; font-weight: 600; }
QLabel[role="title"] { font-size: 14.5pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 11.5pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $text_2; }
QLabel[role="small"] { font-size: 9pt; color: $text_2; }
QLabel[role="caption"] { font-size: 8.25pt; color: $text_3; }
QLabel[role="faint"] { color: $text_3; }
QLabel[role="label"] { font-size: 9pt; color: $text_2; }
QLabel[role="key"] { font-size: 8.25pt; color: $text_2; background: $surface; padding: 0 4px;
    border: 1px solid $border; border-bottom: 2px solid $border; border-radius: 3px; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="open"] { color: $open; }
QLabel[tone="advice"] { color: $advice; }
QLabel[tone="none"] { color: $text_3; }

QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[kind="card"][state="open"] { border: 2px solid $accent; }
QFrame[kind="card"][state="drag"] { background: $accent_soft; border: 2px solid $accent; }
QFrame[kind="fold"]:hover { border: 1px solid $border_strong; }
QFrame[kind="inner"] { background: $sunken; border: 1px solid $border; border-radius: 6px; }
QFrame[kind="drop"] { background: $sunken; border: 1px dashed $border_strong; border-radius: 6px; }
QFrame[kind="drop"][state="drag"] { background: $accent_soft; border: 2px solid $accent; }
QFrame[kind="band"][tone="warn"] { background: $warn_soft; }
QFrame[kind="band"][tone="ok"] { background: $ok_soft; }
QFrame[kind="banner"] { border-radius: 6px; }
QFrame[kind="banner"][tone="error"] { background: $error_soft; }
QFrame[kind="banner"][tone="warn"] { background: $warn_soft; }
QFrame[kind="banner"][tone="ok"] { background: $ok_soft; }
QFrame[kind="banner"][tone="advice"] { background: $advice_soft; }
QFrame[kind="banner"][tone="open"] { background: $open_soft; }
QFrame[kind="banner"][tone="none"] { background: $none_soft; }

QPushButton { background: $surface; color: $text; border: 1px solid $border_strong;
    border-radius: 5px; padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:disabled { background: $window; color: $text_3; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:disabled { background: $window; color: $text_3;
    border-color: $border; }
QPushButton[kind="flat"] { background: transparent; color: $accent; padding: 3px 6px;
    border: 1px solid transparent; text-align: left; }
QPushButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="flat"]:disabled { color: $text_3; }
QPushButton[kind="flat"][weight="strong"] { font-weight: 600; }
QPushButton[size="small"] { padding: 3px 9px; }
QPushButton[kind="row"] { background: transparent; border: none; border-radius: 0;
    text-align: left; padding: 0; }
QPushButton[kind="tray"] { background: transparent; border: none; border-radius: 0;
    text-align: left; padding: 8px 12px; }
QPushButton[kind="tray"]:hover { background: $hover; }
QPushButton[kind="row"]:hover { background: $hover; }

QPushButton[kind="search"] { background: $sunken; border-color: $border; color: $text_3;
    text-align: left; padding: 5px 9px; }
QPushButton[kind="search"]:hover { background: $hover; }

QFrame[kind="segments"] { background: $surface; border: 1px solid $border_strong;
    border-radius: 5px; }
QPushButton[kind="segment"] { background: transparent; border: none; border-radius: 4px;
    color: $text_2; padding: 3px 9px; min-height: 18px; }
QPushButton[kind="segment"]:hover { background: $hover; }
QPushButton[kind="segment"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[kind="segment"]:disabled { color: $text_3; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 4px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $accent_soft; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QComboBox, QPlainTextEdit { background: $surface; color: $text;
    border: 1px solid $border_strong; border-radius: 5px; padding: 4px 9px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid $accent;
    padding: 3px 8px; }
QPlainTextEdit:focus { padding: 3px 5px; }
QLineEdit[state="error"] { border: 2px solid $error; padding: 3px 8px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $window;
    color: $text_3; border-color: $border; }
QLineEdit[kind="page"] { padding: 1px 4px; }
QLineEdit[kind="page"]:focus { padding: 0 3px; }
QLineEdit[kind="search"] { background: $sunken; border-color: $border; }
QComboBox { padding-right: 26px; }
QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border_strong;
    selection-background-color: $accent_soft; selection-color: $text; padding: 4px; }

QCheckBox { spacing: 8px; background: transparent; border-radius: 3px; padding: 2px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $border_strong;
    border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $border; }

QAbstractItemView { background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QTreeView#outline, QListView#tools { background: $sunken; }
QListView#thumbs, QWidget#sheets { background: $preview; }
QHeaderView::section { background: $sunken; color: $text_2; border: none; font-size: 8.25pt;
    border-bottom: 1px solid $border; padding: 5px 8px; }
QTableView { gridline-color: transparent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }

QFrame#palette { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }
QLineEdit[kind="palette"], QLineEdit[kind="palette"]:focus { border: none; background: transparent;
    padding: 6px 9px; }
QTextBrowser { background: $sunken; color: $text; border: none;
    selection-background-color: $accent; selection-color: $on_accent; }
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $sunken; }
"""
