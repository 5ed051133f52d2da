"""Figures, not tests: how long things take and how big they are, as medians.

Run with `make bench`. Times depend on the machine; read them against each other.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_pages import CHROMIUM, lighthouse, packed
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
COPIES = ("content", "quiz", "build_tools", "mkdocs.yml")
# As it is published.
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "RIGHT_ASK_SITE_URL": "https://example.org/ask/",
}
# Python keeps what it compiled, as it does unless told otherwise.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "once")
        print("Times in seconds, medians")
        show(times(root) | alone(copy_project(Path(folder) / "alone")))
        exported(root / ".build/downloads")
        paper(root)
        reload_latency(root)
        sizes(root / "site")
        lighthouse(root / "site")
        memory(root)


def copy_project(root):
    root.mkdir()
    for name in COPIES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, root / name)
    return root


def tools(root, command, *options):
    run([sys.executable, "-m", "build_tools", command, *options], root)


def run(command, root):
    done = subprocess.run(
        command, cwd=root, check=False, env=ENVIRONMENT, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(
            f"{' '.join(map(str, command))} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )


def median(action, times=5):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def times(root):
    return {
        "start of Python": median(
            lambda: run([sys.executable, "-c", "import build_tools.generate"], root)
        ),
        "check": median(lambda: tools(root, "check")),
        "generate": median(lambda: tools(root, "generate")),
        "export": median(lambda: tools(root, "export", "--out", root / ".build/downloads")),
        "build": median(lambda: tools(root, "build"), times=3),
    }


def alone(root):
    """Return how long the guide takes without its translation, and how long MkDocs alone takes for the same pages."""
    shutil.rmtree(root / "content/editions")
    found = {"build, one language": median(lambda: tools(root, "build"), times=3)}
    config, plain = root / ".build/mkdocs.yml", root / ".build/plain"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", plain]
    found["plain mkdocs build"] = median(lambda: run(command, root), times=3)
    return found


def exported(folder):
    files = [path.stat().st_size for path in folder.iterdir()]
    print(f"  exports              {len(files)} files, {sum(files) / 1e6:.1f} MB  (aim 3 s)")


def paper(root):
    """Print how long every sheet takes, first all of them and then none that has to be made again."""
    out = root / ".build/sheets"
    for what in ("paper, all sheets", "paper, kept sheets"):
        taken = median(lambda: tools(root, "paper", "--out", out), times=1)
        print(f"  {what:<20} {taken:6.2f}  (one run; aim 30 s)")
    files = [path.stat().st_size for path in out.iterdir()]
    print(f"  sheets               {len(files)} files, {sum(files) / 1e6:.1f} MB")


def show(found):
    for what, seconds in found.items():
        print(f"  {what:<20} {seconds:6.2f}")
    print(
        f"  build / plain        {found['build, one language'] / found['plain mkdocs build']:6.2f}  (aim 1.25)"
    )


def memory(root):
    """Print the peak memory of one build, from the largest child process since the last call."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, '-m', 'build_tools', 'build'], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env=ENVIRONMENT, check=True, capture_output=True
    )
    print(f"Peak memory of a build: {int(done.stdout) / 1024:.0f} MB")


def reload_latency(root):
    """Print how long it takes from saving a YAML file until the served page shows the edit."""
    command = [sys.executable, "-m", "build_tools", "serve", "--port", "8765"]
    server = subprocess.Popen(
        command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            page = browser.new_page()
            wait_for(page, "http://127.0.0.1:8765/index.html")
            taken = [edit(root, page, number) for number in range(3)]
            browser.close()
        print(f"Live reload, from saving YAML to the browser: {statistics.median(taken):.1f} s")
    finally:
        server.terminate()
        server.wait()


def wait_for(page, address):
    for _ in range(100):
        try:
            page.goto(address)
        except Exception:  # noqa: BLE001 - the server is not up yet
            time.sleep(0.2)
        else:
            return
    sys.exit("The server did not start.")


def edit(root, page, number):
    time.sleep(1)
    words = root / "content/words.yml"
    text = re.sub(r"(?m)^home_title: .*", f"home_title: Edit {number}", words.read_text("utf-8"))
    start = time.perf_counter()
    words.write_text(text, "utf-8")
    page.get_by_role("heading", name=f"Edit {number}").wait_for(timeout=30_000)
    return time.perf_counter() - start


def sizes(site):
    """Print the bytes of our scripts, compressed as a host would, and of the whole site."""
    # Those of the theme lie deeper.
    scripts = {
        path.name.split(".")[0]: packed(path) for path in sorted((site / "assets").glob("*.js"))
    }
    told = ", ".join(f"{name} {size}" for name, size in scripts.items())
    print(f"Scripts of ours, gzip -9: {told} bytes (aims: player 5000, practice 7000)")
    files = [path for path in site.rglob("*") if path.is_file()]
    print(f"Site: {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
