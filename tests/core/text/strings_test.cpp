#include "text/strings_generated.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "model/records.hpp"
#include "text/embedded_help.hpp"

using rancang::HelpTexts;
using rancang::Language;
using rancang::Strings;

TEST_CASE("a text follows the language") {
  Strings strings;
  CHECK(strings.save_busy() == "Menyimpan…");
  strings.language = Language::en;
  CHECK(strings.save_busy() == "Saving…");
}

TEST_CASE("arguments take the places of the placeholders") {
  Strings strings;
  CHECK(strings.save_saved_at("09.12") == "Tersimpan 09.12");
  CHECK(strings.save_unsaved("3") == "Belum tersimpan, 3 ubahan");
}

TEST_CASE("an argument that looks like a placeholder stays as it is") {
  CHECK(Strings{}.save_saved_at("{0}") == "Tersimpan {0}");
  CHECK(Strings{}.save_saved_at("{0|a|b}") == "Tersimpan {0|a|b}");
}

TEST_CASE("English says one row, two rows") {
  Strings strings;
  strings.language = Language::en;
  CHECK(strings.grid_rows("1") == "1 row");
  CHECK(strings.grid_rows("2") == "2 rows");
  CHECK(strings.conflicts_facts("1", "21") == "1 field of 21 items");
}

TEST_CASE("a key made at run time is found, and an unknown one is not") {
  Strings const strings;
  CHECK(strings.find("app.name") == "Rancang");
  CHECK_FALSE(strings.find("app.nam").has_value());
  CHECK_FALSE(strings.find("").has_value());
  CHECK_FALSE(strings.find("zzz").has_value());
}

TEST_CASE("formatting an unknown key shows the key") {
  std::array<std::string_view, 1> const args{"x"};
  CHECK(Strings{}.format("no.such.key", args) == "no.such.key");
}

TEST_CASE("formatting with too few arguments leaves the place empty") {
  CHECK(Strings{}.format("save.saved_at", {}) == "Tersimpan ");
}

namespace {
// All keys that the screens make out of names, each of which must have a text in both languages.
std::vector<std::string> keys_of_record(rancang::RecordInfo const& record) {
  std::string const base = "record." + std::string(record.name);
  std::vector<std::string> keys{base, base + ".many", base + ".empty", base + ".why"};
  for (auto const& field : record.fields) {
    keys.push_back(base + "." + std::string(field.key));
    keys.push_back(keys.back() + ".help");
    keys.push_back("section." + std::string(field.rules.section));
    if (field.enumeration)
      for (auto const name : field.enumeration->names)
        keys.push_back("enum." + std::string(field.enumeration->name) + "." + std::string(name.empty() ? "unset" : name));
    if (field.nested)
      for (auto& key : keys_of_record(*field.nested)) keys.push_back(std::move(key));
  }
  return keys;
}

HelpTexts const& help_in(Language language) {
  static HelpTexts const texts[] = {HelpTexts(std::string(rancang::embedded_help(Language::id))), HelpTexts(std::string(rancang::embedded_help(Language::en)))};
  return texts[static_cast<int>(language)];
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}
}  // namespace

TEST_CASE("help texts come as lines; without them fields have no help") {
  Strings strings;
  strings.help[0] = strings.help[1] = nullptr;  // as in the page before they have come
  CHECK_FALSE(strings.find("record.action_item.name.help"));
  strings.language = Language::en;
  CHECK(strings.save_busy() == "Menyimpan…");  // Indonesian rather than nothing
  strings.language = Language::id;
  HelpTexts texts("record.action_item.name.help\tSebut hasilnya.\nno tab here\nrecord.common.note.help\tBebas.\n");
  strings.help[0] = &texts;
  CHECK(strings.find("record.action_item.name.help") == "Sebut hasilnya.");
  CHECK(strings.find("record.action_item.note.help") == "Bebas.");
  CHECK_FALSE(strings.find("record.action_item.budget.help"));
  strings.language = Language::en;
  CHECK_FALSE(strings.find("record.action_item.name.help"));
  texts.set("");
  CHECK(texts.empty());
}

TEST_CASE("a column that most records have is named once") {
  Strings const strings;
  CHECK(strings.find("record.action_item.certainty") == strings.find("record.common.certainty"));
  CHECK_FALSE(strings.find("record.action_item.no_such_field"));
  CHECK_FALSE(strings.find("record.action_item_of_tomorrow"));
}

TEST_CASE("every record, field, section and entry has a name in both languages, every field a help text") {
  std::size_t checked = 0;
  for (auto const& record : rancang::record_infos())
    for (auto const& key : keys_of_record(record))
      for (auto const language : {Language::id, Language::en}) {
        Strings strings;
        strings.language = language;
        strings.help[static_cast<int>(language)] = &help_in(language);
        auto const text = strings.find(key);
        CHECK_MESSAGE(text.has_value(), key);
        if (text) CHECK_MESSAGE(!text->empty(), key);
        ++checked;
      }
  CHECK(checked > 1000);
}

TEST_CASE("help texts give the same kinds of examples in both languages") {
  Strings indonesian, english;
  english.language = Language::en;
  for (Strings* strings : {&indonesian, &english}) strings->help[static_cast<int>(strings->language)] = &help_in(strings->language);
  for (auto const& record : rancang::record_infos())
    for (auto const& key : keys_of_record(record)) {
      if (!key.ends_with(".help")) continue;
      auto const id = indonesian.find(key).value_or(""), en = english.find(key).value_or("");
      CHECK_MESSAGE(count_of(id, "Contoh baik: ") == count_of(en, "Good example: "), key);
      CHECK_MESSAGE(count_of(id, "Contoh kurang: ") == count_of(en, "Poor example: "), key);
      CHECK_MESSAGE(id.size() < 320, key);
    }
}
