#!/usr/bin/env python3
"""Starts Parkboard, or runs its tests. Standard library only; Linux, macOS, Windows.

    python3 run.py             make .venv, install, load the demo on first start, open the app
    python3 run.py test        install the test tools too, run every test
"""

import argparse
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
NEEDED = (3, 11)
INDEX_WORDS = ("Could not find a version", "Failed to establish", "Connection", "Temporary failure", "Network is unreachable", "timed out", "No matching distribution")


def main():
    if sys.version_info < NEEDED:
        stop(f"Parkboard needs Python {NEEDED[0]}.{NEEDED[1]} or newer; this is {sys.version.split()[0]}. 需要更新版本的 Python。")
    arguments, rest = parse()
    os.chdir(HERE)
    if arguments.command == "test":
        python = environment("requirements-dev.txt")
        lint = subprocess.call([python, "-m", "ruff", "check", "."])
        tests = subprocess.call([python, "-m", "pytest", *(rest or ["-n", "2", "--dist", "loadfile", "-q"])])
        return lint or tests
    if rest:
        stop(f"Unknown option: {' '.join(rest)}. 未知选项。")
    port = free_port(arguments.port)
    python = environment("requirements.txt")
    load_demo(python)
    print(f"Parkboard 园区看板: http://localhost:{port}   (Ctrl+C stops it 停止)", flush=True)
    command = [python, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    if arguments.address:
        command += ["--server.address", arguments.address]
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 0


def parse():
    parser = argparse.ArgumentParser(description="Start Parkboard, or run its tests. 启动园区看板或运行测试。")
    parser.add_argument("command", nargs="?", choices=("start", "test"), default="start")
    parser.add_argument("--port", type=int, default=8501, help="port of the app (default 8501) 端口")
    parser.add_argument("--address", default="", help="address to listen on, 0.0.0.0 for the whole network (default: this machine only) 监听地址")
    return parser.parse_known_args()


def stop(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(2)


def environment(requirements):
    """Python of .venv with the requirements in it; installs only when the list has changed since."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        try:
            venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
        except (subprocess.CalledProcessError, OSError, SystemExit):
            shutil.rmtree(VENV, ignore_errors=True)
            stop("Python cannot make the virtual environment .venv. On Debian and Ubuntu install the package python3-venv, then try again. 无法创建虚拟环境。")
    lists = [HERE / "requirements.txt"] + ([HERE / requirements] if requirements != "requirements.txt" else [])
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in lists)).hexdigest()
    stamp = VENV / ("installed-" + requirements)
    if not stamp.exists() or stamp.read_text() != wanted:
        install(python, requirements)
        stamp.write_text(wanted)
    return str(python)


def install(python, requirements):
    print(f"Installing {requirements}, a minute or two … 正在安装，请稍候……", flush=True)
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "-r", requirements]
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace")
    if result.returncode:
        print(result.stderr[-2000:], file=sys.stderr)
        if any(word in result.stderr for word in INDEX_WORDS):
            stop("The package index cannot be reached, or lacks a package (see above). Connect to the network, or set PIP_INDEX_URL or PIP_FIND_LINKS to a copy your office keeps, "
                 "then run this again. 无法连接软件包索引，请联网或指定内部镜像后重试。")
        stop("The packages could not be installed (see above). 软件包安装失败。")


def load_demo(python):
    """On the very first start, so that there is something to look at."""
    database = Path(os.environ.get("PARKBOARD_DATABASE") or HERE / "data" / "park.duckdb")
    if not database.exists():
        print("First start: loading the demo … 首次启动，正在载入演示数据……", flush=True)
        if subprocess.call([python, "-m", "etl", "demo"]):
            stop("The demo could not be loaded (see above). 演示数据载入失败。")


def free_port(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            other = port + 1 if 0 < port < 65535 else 8502
            stop(f"Port {port} is taken or not allowed. Choose another with: python3 run.py --port {other} 端口被占用，请换一个。")
    return port


if __name__ == "__main__":
    sys.exit(main())
