"""Make the string catalogue: id.json + en.json -> strings_generated.hpp + strings_generated.cpp with the Indonesian texts that the
first picture may need; what the page fetches beside the program -> help_id.txt (longer texts) and help_en.txt (all English
texts); the same compiled in for the command line tool and tests -> help_generated.cpp.

usage: generate_strings.py <id.json> <en.json> <output folder>

One method of `Strings` per key, with as many arguments as the text has placeholders ({0}, {1}, ...), so that a
missing key or argument does not compile. Dots in a key become underscores. Keys of the DERIVED groups are made of
record, field and enumerator names at run time; they have no method and are reached through find() and format().
Stops with a sentence when the two languages differ in keys or placeholders.
"""
import json
import pathlib
import re
import sys

DERIVED = ("record.", "enum.", "section.", "finding.", "error.", "help.", "gate.")
KEYWORDS = set("""alignas alignof and asm auto bool break case catch char class const continue co_await co_return
co_yield decltype default delete do double else enum explicit export extern false final float for friend goto if
import inline int long module mutable namespace new noexcept not nullptr operator or override private protected public
register requires return short signed sizeof static struct switch template this throw true try typedef typeid typename
union unsigned using virtual void volatile while xor find format language""".split())
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def fail(message):
    sys.exit(f"strings: {message}")


def load(path):
    def unique(pairs):
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1}) if len(keys) != len(set(keys)) else []
        if twice:
            fail(f"{path}: twice: {', '.join(twice)}")
        return dict(pairs)
    try:
        table = json.loads(pathlib.Path(path).read_text(encoding="utf-8"), object_pairs_hook=unique)
    except ValueError as error:
        fail(f"{path}: not JSON: {error}")
    for key, text in table.items():
        if not isinstance(text, str):
            fail(f"{path}: {key}: the text must be a string")
        if not KEY.fullmatch(key):
            fail(f"{path}: {key}: a key is lower-case words of letters, digits and _ joined by dots")
    return table


# English counts: "{0} {0|row|rows}" is one row, two rows.
NUMBERED = re.compile(r"\{\d\|[^{}|]*\|[^{}|]*\}")


def placeholders(path, key, text):
    """The set of placeholders of a text. A method needs {0} to {n-1}; a derived text may leave out what it does not tell."""
    rest = NUMBERED.sub("", re.sub(r"\{\d\}", "", text))
    if "{" in rest or "}" in rest:
        fail(f"{path}: {key}: a brace that is no placeholder like {{0}}")
    found = {int(n) for n in re.findall(r"\{(\d)[|}]", text)}
    if found != set(range(len(found))) and not key.startswith(DERIVED):
        fail(f"{path}: {key}: placeholders must be numbered from {{0}} without a gap")
    return found


def check(id_path, indonesian, en_path, english):
    for path, missing in ((en_path, set(indonesian) - set(english)), (id_path, set(english) - set(indonesian))):
        if missing:
            fail(f"{path}: missing: {', '.join(sorted(missing))}")
    methods = {}
    for key in indonesian:
        found = placeholders(id_path, key, indonesian[key])
        if found != placeholders(en_path, key, english[key]):
            fail(f"{key}: different placeholders in id and en")
        if key.startswith(DERIVED):
            continue
        name = key.replace(".", "_")
        if name in KEYWORDS:
            fail(f"{key}: would become the C++ name `{name}`, which is taken")
        if name in methods:
            fail(f"{key} and {methods[name][0]} would become the same C++ name")
        methods[name] = (key, len(found))
    return methods


def literal(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("??", "?\\?")
    return f'"{escaped}"'


HEADER = """#pragma once
// Generated from assets/strings/*.json by text/generate_strings.py; edit those, not this.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/help_texts.hpp"
#include "text/language.hpp"

namespace rancang {{

/// Every text a person reads, in the current language. One method per key; {{0}}, {{1}} are its arguments in order.
class Strings {{
 public:
  Language language = Language::id;
  // By language, what is not compiled in: longer texts, and all English ones. Null or empty while they are not there yet; short texts are Indonesian then.
  HelpTexts const* help[2] = {{embedded_texts(Language::id), embedded_texts(Language::en)}};

  /// The text of a key made at run time ("record.action_item.name"); nothing if there is no such key.
  /// Columns that most records have are told once: "record.common.status" stands for "record.action_item.status".
  std::optional<std::string_view> find(std::string_view key) const;
  /// The same with its placeholders filled; the key itself if there is no such key.
  std::string format(std::string_view key, std::span<std::string_view const> args) const;

{methods}
 private:
  std::string_view shown(std::string_view key, std::string_view indonesian) const;
  std::string_view text(unsigned index) const;
  std::string filled(unsigned index, std::span<std::string_view const> args) const;
}};

}}  // namespace rancang
"""

SOURCE = """// Generated from assets/strings/*.json by text/generate_strings.py; edit those, not this.
#include "text/strings_generated.hpp"

#include <array>
#include <cstdint>

namespace rancang {{
namespace {{

struct Entry {{
  std::string_view key, text;
}};

constexpr std::array<Entry, {count}> entries{{{{
{entries}}}}};

constexpr std::size_t slots = {slots};  // a power of two, at least twice the entries
static_assert(slots >= 2 * entries.size() && entries.size() < 0xFFFF);

std::size_t slot_of(std::string_view key) {{
  std::uint32_t hash = 2166136261u;
  for (char const c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash ^ (hash >> 15)) % slots;
}}

// By a table of places, made when it is first asked: a form asks for dozens of keys in every frame.
Entry const* entry(std::string_view key) {{
  static auto const places = [] {{
    std::array<std::uint16_t, slots> out{{}};
    for (std::size_t i = 0; i < entries.size(); ++i) {{
      std::size_t at = slot_of(entries[i].key);
      while (out[at] != 0) at = (at + 1) % slots;
      out[at] = static_cast<std::uint16_t>(i + 1);
    }}
    return out;
  }}();
  for (std::size_t at = slot_of(key); places[at] != 0; at = (at + 1) % slots)
    if (Entry const& found = entries[places[at] - 1u]; found.key == key) return &found;
  return nullptr;
}}

// "record.agency.note" -> "record.common.note"; "" for other keys.
std::string common_key(std::string_view key) {{
  constexpr std::string_view start = "record.";
  if (!key.starts_with(start)) return {{}};
  std::size_t const dot = key.find('.', start.size());
  return dot == std::string_view::npos ? std::string{{}} : std::string{{start}} + "common" + std::string{{key.substr(dot)}};
}}

// Longer texts that only a plan on the screen asks for are fetched late: help, empty states, sentences of findings, gates.
bool is_late(std::string_view key) {{
  if (key.starts_with("gate.")) return true;
  if (key.starts_with("finding.")) return !key.ends_with(".fix") && !key.ends_with(".title");
  std::string_view const last = key.substr(key.rfind('.') + 1);
  return key.starts_with("record.") && (last.starts_with("help") || last.starts_with("why") || last.starts_with("empty"));
}}

std::string fill(std::string_view text, std::span<std::string_view const> args) {{
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {{
    std::size_t const end = text[i] == '{{' ? text.find('}}', i) : std::string_view::npos;
    if (end == std::string_view::npos) {{
      out += text[i];
      continue;
    }}
    auto const index = static_cast<std::size_t>(text[i + 1] - '0');
    std::string_view const arg = index < args.size() ? args[index] : std::string_view();
    if (std::size_t const bar = text.substr(0, end).find('|', i + 3); bar != std::string_view::npos)
      out += arg == "1" ? text.substr(i + 3, bar - i - 3) : text.substr(bar + 1, end - bar - 1);  // "{{0|row|rows}}"
    else out += arg;
    i = end;
  }}
  return out;
}}

}}  // namespace

std::string_view Strings::shown(std::string_view key, std::string_view indonesian) const {{
  if (language == Language::id || help[static_cast<int>(language)] == nullptr) return indonesian;
  return help[static_cast<int>(language)]->find(key).value_or(indonesian);
}}
std::string_view Strings::text(unsigned index) const {{ return shown(entries[index].key, entries[index].text); }}
std::string Strings::filled(unsigned index, std::span<std::string_view const> args) const {{ return fill(text(index), args); }}
std::optional<std::string_view> Strings::find(std::string_view key) const {{
  if (is_late(key)) {{
    HelpTexts const* const texts = help[static_cast<int>(language)];
    if (texts == nullptr) return std::nullopt;
    if (auto const found = texts->find(key)) return found;
    auto const common = common_key(key);
    return common.empty() ? std::nullopt : texts->find(common);
  }}
  auto const* found = entry(key);
  if (found == nullptr) found = entry(common_key(key));
  if (found == nullptr) return std::nullopt;
  return shown(found->key, found->text);
}}
std::string Strings::format(std::string_view key, std::span<std::string_view const> args) const {{
  auto const found = find(key);
  return found ? fill(*found, args) : std::string{{key}};
}}

{methods}
}}  // namespace rancang
"""


EMBEDDED = """// Generated from assets/strings/*.json by text/generate_strings.py; edit those, not this.
#include "text/embedded_help.hpp"

namespace rancang {{
std::string_view embedded_help(Language language) {{
  constexpr std::string_view texts[] = {{
{indonesian},
{english}}};
  return texts[static_cast<int>(language)];
}}

}}  // namespace rancang
"""


def is_late(key):
    """Longer texts that only a plan on the screen asks for; is_late() of the generated code says the same."""
    if key.startswith("finding."):
        return not key.endswith((".fix", ".title"))
    if key.startswith("gate."):
        return True
    return key.startswith("record.") and key.rpartition(".")[2].startswith(("help", "why", "empty"))


def help_lines(table, wanted):
    """What the page fetches: a line "<key>\t<text>" for each text that is wanted, sorted."""
    folded = {key: text.replace("\n", "\\n") for key, text in table.items()}
    return "".join(f"{key}\t{folded[key]}\n" for key in sorted(filter(wanted, table), key=lambda k: k.encode()))


def literals(lines):
    return "\n".join("      " + literal(line) for line in lines.splitlines(keepends=True)) or '      ""'


def write_if_changed(path, text):
    """An unchanged header keeps its time, so that nothing is compiled again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    id_path, en_path, folder = sys.argv[1:4]
    indonesian, english = load(id_path), load(en_path)
    methods = check(id_path, indonesian, en_path, english)
    keys = sorted((key for key in indonesian if not is_late(key)), key=lambda k: k.encode())
    index = {key: i for i, key in enumerate(keys)}
    declarations, definitions = [], []
    for name, (key, count) in sorted(methods.items()):
        if count == 0:
            declarations.append(f"  std::string_view {name}() const;\n")
            definitions.append(f"std::string_view Strings::{name}() const {{ return text({index[key]}); }}\n")
            continue
        parameters = ", ".join(f"std::string_view a{i}" for i in range(count))
        values = ", ".join(f"a{i}" for i in range(count))
        declarations.append(f"  std::string {name}({parameters}) const;\n")
        definitions.append(f"std::string Strings::{name}({parameters}) const {{\n"
                           f"  std::string_view const args[] = {{{values}}};\n"
                           f"  return filled({index[key]}, args);\n}}\n")
    entries = "".join(f"    {{{literal(k)}, {literal(indonesian[k])}}},\n" for k in keys)
    out = pathlib.Path(folder)
    write_if_changed(out / "strings_generated.hpp", HEADER.format(methods="".join(declarations)))
    write_if_changed(out / "strings_generated.cpp",
                     SOURCE.format(count=len(keys), slots=2 << len(keys).bit_length(), entries=entries, methods="".join(definitions)))
    lines = [help_lines(indonesian, is_late), help_lines(english, lambda key: True)]
    write_if_changed(out / "help_id.txt", lines[0])
    write_if_changed(out / "help_en.txt", lines[1])
    write_if_changed(out / "help_generated.cpp", EMBEDDED.format(indonesian=literals(lines[0]), english=literals(lines[1])))


if __name__ == "__main__":
    main()
