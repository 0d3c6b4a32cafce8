"""Whether a process of this machine is still the one that it was."""

from __future__ import annotations

import os
import sys


def alive(pid: int, started_then: str) -> bool:
    """Return whether the process still runs; a number that was given away again does not count."""
    now = started(pid)
    if now is None:
        return False
    return not now or not started_then or now == started_then


def started(pid: int) -> str | None:
    """Return when a process began, in the system's own words.

    None: no such process runs. "": it runs, and the system does not say since when.
    """
    return _started(pid) if pid > 0 else None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _ACCESS_DENIED = 5
    _STILL_ACTIVE = 259

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
    _kernel.GetProcessTimes.argtypes = (
        wintypes.HANDLE,
        *[ctypes.POINTER(wintypes.FILETIME)] * 4,
    )

    def _started(pid: int) -> str | None:
        handle = _kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, 0, pid)
        if not handle:
            return "" if ctypes.get_last_error() == _ACCESS_DENIED else None
        try:
            return _creation(handle)
        finally:
            _kernel.CloseHandle(handle)

    def _creation(handle: int) -> str | None:
        code = wintypes.DWORD()
        if _kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        begun, *others = (wintypes.FILETIME() for _ in range(4))
        times = (ctypes.byref(time) for time in (begun, *others))
        if not _kernel.GetProcessTimes(handle, *times):
            return ""
        return str((begun.dwHighDateTime << 32) + begun.dwLowDateTime)

elif sys.platform == "linux":
    from pathlib import Path

    def _started(pid: int) -> str | None:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:  # gone, or another person's where /proc is hidden
            return _existing(pid)
        # The name in parentheses may hold anything; field 3 (state) and 22 (start) come after it.
        state, *more = stat.rpartition(")")[2].split()
        # Ticks count from the last start of the machine, so they mean nothing without it.
        return None if state in {"Z", "X"} else f"{boot} {more[18]}"

    def _existing(pid: int) -> str | None:
        try:
            os.kill(pid, 0)
        except PermissionError:
            return ""
        except (OSError, OverflowError):
            return None
        return ""

else:
    import subprocess

    def _started(pid: int) -> str | None:
        said = subprocess.run(
            ["ps", "-o", "lstart=", "-p", str(pid)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        )
        return said.stdout.strip() or None
