#include "rules/budget_code.hpp"

#include <doctest/doctest.h>

using namespace rancang;

namespace {
std::string usual(std::string_view text, CodeEdition declared = CodeEdition::unset) {
  auto const code = parse_budget_code(text, declared);
  return code ? code->text : std::string("-");
}
}  // namespace

TEST_CASE("codes in their usual form are read as they stand, at every level") {
  int level = 0;
  for (std::string_view text : {"2", "2.16", "2.16.03", "2.16.03.2", "2.16.03.2.02", "2.16.03.2.02.0020"}) {
    auto const code = parse_budget_code(text);
    REQUIRE(code);
    CHECK(code->text == text);
    CHECK(code->levels == ++level);
  }
}

TEST_CASE("the digits of the last part tell the edition") {
  CHECK(parse_budget_code("2.16.03.2.02.09")->edition == CodeEdition::two_digit);
  CHECK(parse_budget_code("2.16.03.2.02.0020")->edition == CodeEdition::four_digit);
  CHECK(parse_budget_code("2.16.03.2.02")->edition == CodeEdition::unset);
}

TEST_CASE("the level digit loses its zero, other parts get theirs back") {
  CHECK(usual("1.01.01.02.01") == "1.01.01.2.01");
  CHECK(usual("2.16.3.2.2") == "2.16.03.2.02");
  CHECK(usual(" 2.16.03. ") == "2.16.03");
}

TEST_CASE("a sub-activity without zeros follows the edition that the row declares") {
  CHECK(usual("2.16.3.2.2.21", CodeEdition::four_digit) == "2.16.03.2.02.0021");
  CHECK(usual("2.16.3.2.2.21", CodeEdition::two_digit) == "2.16.03.2.02.21");
  CHECK(usual("2.16.3.2.2.21") == "2.16.03.2.02.21");
  CHECK(usual("2.16.03.2.02.9", CodeEdition::four_digit) == "2.16.03.2.02.0009");
  CHECK(usual("2.16.03.2.02.021") == "2.16.03.2.02.0021");
}

TEST_CASE("a well-written two-digit code is not turned into the other edition") {
  CHECK(usual("2.16.03.2.02.09", CodeEdition::four_digit) == "2.16.03.2.02.09");
}

TEST_CASE("a spending account behind the code is left out") { CHECK(usual("2.16.03.2.02.0020.5.1.02.04.01.0001") == "2.16.03.2.02.0020"); }

TEST_CASE("the authority of a province is noticed") {
  CHECK(parse_budget_code("2.16.03.1.02")->is_province);
  CHECK_FALSE(parse_budget_code("2.16.03.2.02")->is_province);
  CHECK_FALSE(parse_budget_code("2.16.03")->is_province);
}

TEST_CASE("what is no code is refused") {
  for (std::string_view text : {"", ".", "a", "2..03", "2.16.03.3", "0.16", "9.01", "21.6", "2.16.03.2.02.00200", "2.16.03.2.02.0000", "2.00", "2.16.003", "2.16.03.2.02.0020.0001", "2,16", "-2",
                                "2.16.03.2.02.0020.5.1.02.04.01.0001.1", "2.16 .03"})
    CHECK_MESSAGE(usual(text) == "-", text);
}

TEST_CASE("a code is brought to its usual form in both editions, and left alone where the edition is anybody's guess") {
  auto const form = [](std::string_view text, CodeEdition declared) { return usual_code(text, declared).value_or("-"); };
  CHECK(form("2.16.3.2.2.20", CodeEdition::four_digit) == "2.16.03.2.02.0020");
  CHECK(form("2.16.3.2.2.20", CodeEdition::two_digit) == "2.16.03.2.02.20");
  CHECK(form("2.16.3.2.2.20", CodeEdition::unset) == "-");
  CHECK(form("2.16.03.2.02.9", CodeEdition::unset) == "-");
  CHECK(form("2.16.03.2.02.09", CodeEdition::unset) == "2.16.03.2.02.09");
  CHECK(form("2.16.3.02.2.0020", CodeEdition::unset) == "2.16.03.2.02.0020");
  CHECK(form("2.16.3", CodeEdition::unset) == "2.16.03");
  CHECK(form("aplikasi", CodeEdition::four_digit) == "-");
  CHECK(form("", CodeEdition::four_digit) == "-");
}
