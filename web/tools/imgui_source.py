"""Fetch Dear ImGui's sources: the Debian source package of `unstable`, through an apt configuration of our own.

Debian 12 itself packages 1.86, which is too old. Our configuration has its own list of sources (one deb-src line with
the mirror that the system uses), its own package lists and cache, all below .deps/apt; of the system's settings it
takes only the Acquire:: ones (proxies). apt checks the signature of the archive and the hash of every file it fetches.
Anyone without Debian puts the sources of Dear ImGui 1.92 or newer into .deps/imgui instead.
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tarfile

from .common import DEPS, Step, Stop, run, say

FOLDER = DEPS / "imgui"
OLDEST = (1, 92)
TESTED = "1.92.2b"
# Of the tested version's tarball: a second check that does not depend on the archive's signature.
TESTED_SHA256 = "e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
NEEDED = ("imgui.cpp", "imgui.h", "imgui_draw.cpp", "imgui_internal.h", "imgui_tables.cpp", "imgui_widgets.cpp",
          "imstb_rectpack.h", "imstb_textedit.h", "imstb_truetype.h", "imconfig.h", "LICENSE.txt")


def version():
    """(text, numbers) of the sources in .deps/imgui, or None."""
    header = FOLDER / "imgui.h"
    if not header.exists() or not all((FOLDER / name).exists() for name in NEEDED[:6]):
        return None
    found = re.search(r'#define IMGUI_VERSION\s+"((\d+)\.(\d+)[^"]*)"', header.read_text(encoding="utf-8"))
    return (found[1], (int(found[2]), int(found[3]))) if found else None


def system_mirror():
    """The address of the Debian archive in the system's own apt sources."""
    folder = pathlib.Path("/etc/apt")
    for path in [folder / "sources.list", *sorted(folder.glob("sources.list.d/*"))]:
        if path.suffix not in (".list", ".sources") or not path.is_file():
            continue
        text = "\n".join(line.split("#")[0] for line in path.read_text(errors="replace").splitlines())
        found = re.search(r"\bhttps?://\S+/debian/?(?=\s|$)", text)
        if found:
            return found[0]
    raise Stop("The system's apt sources name no Debian mirror: put the sources of Dear ImGui 1.92 or newer into .deps/imgui.")


def own_apt():
    """Write the configuration and return the environment that makes apt use it and nothing else."""
    home = DEPS / "apt"
    for folder in ("lists/partial", "cache/archives/partial", "empty", "source"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    signed = f"[signed-by={KEYRING}] " if os.path.exists(KEYRING) else ""
    (home / "sources.list").write_text(f"deb-src {signed}{system_mirror()} unstable main\n")
    settings = subprocess.run(["apt-config", "dump"], capture_output=True, text=True).stdout
    lines = [line for line in settings.splitlines() if line.startswith("Acquire::")]
    lines += [f'Dir::Etc::sourcelist "{home}/sources.list";', f'Dir::Etc::sourceparts "{home}/empty";',
              f'Dir::Etc::parts "{home}/empty";', 'Dir::Etc::main "/dev/null";', f'Dir::State::Lists "{home}/lists";',
              f'Dir::Cache "{home}/cache";', 'Acquire::Languages "none";']
    if os.geteuid() == 0:
        lines.append('APT::Sandbox::User "root";')  # the unprivileged user of apt may not write below .deps
    (home / "apt.conf").write_text("\n".join(lines) + "\n")
    return home, dict(os.environ, APT_CONFIG=str(home / "apt.conf"))


def unpack(tarball):
    data = tarball.read_bytes()
    if f"_{TESTED}+" in tarball.name and hashlib.sha256(data).hexdigest() != TESTED_SHA256:
        raise Stop(f"{tarball.name} is not the file that was tested: its hash differs.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tarfile.open(tarball) as archive:
        for member in archive.getmembers():
            name = member.name.split("/", 1)[-1]
            if member.isfile() and name in NEEDED:
                (FOLDER / name).write_bytes(archive.extractfile(member).read())


def fetch(offline):
    there = version()
    if there and there[1] >= OLDEST:
        return
    if offline:
        raise Stop("Dear ImGui is not in .deps/imgui, and without the network it cannot be fetched.")
    if not shutil.which("apt-get"):
        raise Stop("Put the sources of Dear ImGui 1.92 or newer into .deps/imgui, then start again.")
    with Step("Fetching the sources of Dear ImGui"):
        home, env = own_apt()
        for old in (home / "source").iterdir():
            old.unlink()
        run(["apt-get", "update"], "Reading the list of Debian source packages failed", env=env, cwd=home)
        run(["apt-get", "source", "--download-only", "imgui"], "Fetching the sources of Dear ImGui failed",
            env=env, cwd=home / "source")
        tarballs = list((home / "source").glob("imgui_*.orig.tar.*"))
        if len(tarballs) != 1:
            raise Stop("The Debian source package of Dear ImGui has not the expected shape.")
        unpack(tarballs[0])
    there = version()
    if not there or there[1] < OLDEST:
        raise Stop(f"Dear ImGui 1.92 or newer is needed, the archive has {there[0] if there else 'something else'}.")
    if there[0] != TESTED:
        say(f"  note: this is Dear ImGui {there[0]}; tested was {TESTED}")
