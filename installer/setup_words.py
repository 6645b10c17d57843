"""What the set-up says, in Vietnamese and in English. It runs before gettext and Babel are there, so it brings its own words."""

import sys
from typing import NoReturn

_WORDS: dict[str, tuple[str, str]] = {
    "checking": ("Kiểm tra máy…", "Checking this machine…"),
    "system": ("Cài thư viện hệ thống: {names}", "Installing system libraries: {names}"),
    "environment": ("Tạo môi trường Python riêng trong {folder}", "Making a Python environment of its own in {folder}"),
    "libraries": (
        "Tải và cài các thư viện (khoảng 150 MB, chỉ lần đầu)…",
        "Fetching and installing the libraries (about 150 MB, the first time only)…",
    ),
    "library": ("  {count}. {name}", "  {count}. {name}"),
    "ready": ("Đã cài xong.", "Set-up is complete."),
    "already": ("Đã cài sẵn từ trước.", "Everything is set up already."),
    "demo": (
        "Dựng huyện mẫu Trạm Tấu: mười hai xã, khoảng hai phút…",
        "Building the demonstration district Trạm Tấu: twelve communes, about two minutes…",
    ),
    "demo_there": ("Huyện mẫu đã có sẵn trong {folder}", "The demonstration district is already in {folder}"),
    "papers": ("Giấy tờ ở trong {folder}", "Its papers are in {folder}"),
    "opening": (
        "Mở cửa sổ chương trình. Tên đăng nhập: {login} · mật khẩu: {password}",
        "Opening the window. Login: {login} · password: {password}",
    ),
    "no_display": (
        "Máy này không có màn hình đồ họa nên không mở cửa sổ. Khi có, hãy chạy lại lệnh này.",
        "This machine has no display, so no window was opened. Run this command again where there is one.",
    ),
    "printing": (
        "Thiếu thư viện máy in; mọi việc khác vẫn dùng được. Cài bằng: {command}",
        "The library for printers is missing; everything else works. Install it with: {command}",
    ),
    "error": ("KHÔNG XONG: {text}", "NOT DONE: {text}"),
    "bits": (
        "Sổ ANTQ cần máy và Python 64 bit của Intel hoặc AMD; máy này là {machine}, Python {bits} bit.",
        "Sổ ANTQ needs a 64-bit Intel or AMD machine and a 64-bit Python; this is {machine} with a Python of {bits} bits.",
    ),
    "platform": ("Sổ ANTQ chạy trên Windows và Linux; máy này là {name}.", "Sổ ANTQ runs on Windows and Linux; this is {name}."),
    "libc": (
        "Bản Linux này quá cũ: glibc {found}, cần từ {needed} trở lên (Debian 12, Ubuntu 22.04 hoặc mới hơn).",
        "This Linux is too old: it has glibc {found} and {needed} is needed (Debian 12, Ubuntu 22.04 or newer).",
    ),
    "musl": (
        "Bản Linux này không dùng glibc nên các thư viện giao diện không chạy được. Hãy dùng Debian 12, Ubuntu 22.04 hoặc mới hơn.",
        "This Linux does not use glibc, so the window libraries do not run here. Use Debian 12, Ubuntu 22.04 or newer.",
    ),
    "install_command": (
        "Thiếu thư viện hệ thống. Hãy chạy lệnh sau rồi chạy lại:\n    {command}",
        "System libraries are missing. Run this command, then run this one again:\n    {command}",
    ),
    "install_by_hand": (
        "Thiếu thư viện hệ thống: {names}. Hãy cài bằng trình quản lý gói của máy rồi chạy lại.",
        "System libraries are missing: {names}. Install them with this system's package manager, then run this again.",
    ),
    "no_venv": (
        "Python này không có mô-đun venv hoặc ensurepip. Hãy cài đủ Python từ https://www.python.org/downloads/",
        "This Python comes without venv or ensurepip. Install a complete one from https://www.python.org/downloads/",
    ),
    "no_network": (
        "Không tải được thư viện vì không có mạng. Hãy nối mạng rồi chạy lại; phần đã tải không mất.",
        "The libraries could not be fetched because there is no network. Connect and run this again; nothing fetched is lost.",
    ),
    "no_room": (
        "Không đủ chỗ trong {folder}: cần {needed} MB, còn {free} MB. Hãy giải phóng bớt chỗ trống.",
        "There is not enough room in {folder}: {needed} MB are needed, {free} MB are free. Free some room.",
    ),
    "no_permission": (
        "Không có quyền ghi vào {folder}. Hãy chép chương trình sang thư mục của bạn (ví dụ Documents) rồi chạy lại.",
        "{folder} cannot be written to. Copy the program to a folder of your own (Documents, say) and run this again.",
    ),
    "failed": (
        "Lệnh sau không chạy được: {command}\n{tail}\nNhật ký đầy đủ: {log}",
        "This command failed: {command}\n{tail}\nThe full log: {log}",
    ),
    "demo_failed": (
        "Không dựng được huyện mẫu; lý do ở ngay phía trên.",
        "The demonstration was not built; the reason stands just above.",
    ),
    "stopped": ("Đã dừng. Chạy lại lệnh này để làm tiếp.", "Stopped. Run this command again to go on."),
}


class Refused(Exception):  # noqa: N818 -- a decision with its reason, not a bug
    """The set-up cannot go on; the text says what happened and what to do."""


class Words:
    """Says things on standard output, errors on standard error, in one language."""

    def __init__(self, language: str) -> None:
        self._which = 1 if language == "en" else 0
        for stream in (sys.stdout, sys.stderr):
            # A console with an old code page must not end the set-up over a Vietnamese letter.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="replace")

    def text(self, key: str, **facts: object) -> str:
        """A sentence by its key."""
        return _WORDS[key][self._which].format(**facts)

    def say(self, key: str, **facts: object) -> None:
        """Tell how far the set-up is."""
        print(self.text(key, **facts), flush=True)

    def refuse(self, key: str, **facts: object) -> NoReturn:
        """End the set-up with a sentence."""
        raise Refused(self.text(key, **facts))
