"""House rules that a machine can check. usage: python3 tests/lint/lint.py

A check is a function that yields what it found wrong; its first line of documentation is the rule. Notes are told and
fail nothing. The last line is `N passed, N failed`.
"""
import sys

sys.dont_write_bytecode = True

import includes  # noqa: E402
import sizes  # noqa: E402
import words  # noqa: E402


def main():
    passed = failed = 0
    for check in includes.CHECKS + sizes.CHECKS + words.CHECKS:
        rule = check.__doc__.strip().splitlines()[0]
        wrong = list(check())
        if wrong:
            failed += 1
            print(f"FAILED  {rule}")
            print("".join(f"        {line}\n" for line in wrong), end="")
        else:
            passed += 1
            print(f"ok      {rule}")
    for note in sizes.notes():
        print(f"note    {note}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
