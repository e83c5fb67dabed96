#include "text/strings_generated.hpp"

#include <doctest/doctest.h>

#include <array>

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
