#include "edit/tsv.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rancang;

namespace {
CopyCell text(std::string value) { return {std::move(value), CellKind::text}; }
CopyCell number(std::string value) { return {std::move(value), CellKind::number}; }
}  // namespace

TEST_CASE("what Excel, Sheets and LibreOffice put on the clipboard becomes rows of cells") {
  CHECK(parse_tsv("") == TextBlock{});
  CHECK(parse_tsv("a") == TextBlock{{"a"}});
  CHECK(parse_tsv("a\tb\r\nc\td\r\n") == TextBlock{{"a", "b"}, {"c", "d"}});
  CHECK(parse_tsv("a\tb\nc\td") == TextBlock{{"a", "b"}, {"c", "d"}});
  CHECK(parse_tsv("a\rb\r") == TextBlock{{"a"}, {"b"}});
  CHECK(parse_tsv("\t\r\n") == TextBlock{{"", ""}});
  CHECK(parse_tsv("a\n\nb\n") == TextBlock{{"a"}, {""}, {"b"}});
  CHECK(parse_tsv("\xEF\xBB\xBF" "a\n") == TextBlock{{"a"}});
}

TEST_CASE("quoted cells hold tabs, line breaks and quotes; a stray quote is an ordinary character") {
  CHECK(parse_tsv("\"satu\ndua\"\t\"a\tb\"\n") == TextBlock{{"satu\ndua", "a\tb"}});
  CHECK(parse_tsv("\"ia bilang \"\"ya\"\"\"\tx") == TextBlock{{"ia bilang \"ya\"", "x"}});
  CHECK(parse_tsv("\"\"\tx") == TextBlock{{"", "x"}});
  CHECK(parse_tsv("layar 15\"\tb") == TextBlock{{"layar 15\"", "b"}});
  CHECK(parse_tsv("\"belum tutup\tb\nc") == TextBlock{{"\"belum tutup", "b"}, {"c"}});
  CHECK(parse_tsv("\"kata\" lagi\tb") == TextBlock{{"\"kata\" lagi", "b"}});
}

TEST_CASE("a copied block comes back exactly, whatever its texts hold") {
  std::mt19937 random(4);
  static constexpr std::string_view pieces[] = {"a", "\t", "\n", "\r\n", "\"", "'", "=", "+", "-", "@", " ", "\u00e9", "=1+1", "\r", ";"};
  for (int round = 0; round < 3000; ++round) {
    CopyBlock block(1 + random() % 4);
    std::size_t const columns = 1 + random() % 4;
    TextBlock expected;
    for (auto& row : block) {
      auto& cells = expected.emplace_back();
      for (std::size_t i = 0; i < columns; ++i) {
        std::string value;
        for (std::size_t count = random() % 5; count > 0; --count) value += pieces[random() % std::size(pieces)];
        cells.push_back(value);
        row.push_back(text(value));
      }
    }
    REQUIRE(parse_tsv(write_tsv(block)) == expected);
  }
}

TEST_CASE("text that a spreadsheet would run is written with an apostrophe, numbers are not") {
  CHECK(write_tsv({{text("=HYPERLINK(\"x\")"), number("\u22125"), text("@SUM"), text("+62 812")}}) == "\"'=HYPERLINK(\"\"x\"\")\"\t-5\t'@SUM\t'+62 812\r\n");
  CHECK(guard_formula("'=1") == "''=1");
  CHECK(guard_formula("'kata") == "'kata");
  CHECK(guard_formula("2+2") == "2+2");
  CHECK(guard_formula(std::string_view("\0=1", 3)) == std::string("'\0=1", 4));
  for (std::string_view value : {"", "'", "''", "=1", "'=1", "''-1", "-5", "kata", "'kata", "\t", "\r=1"}) {
    CAPTURE(value);
    CHECK(unguard_formula(guard_formula(value)) == value);
  }
}

TEST_CASE("the HTML beside it is escaped and says which cells are text") {
  std::string const html = write_html_table({{{"Kegiatan", CellKind::head}, {"2024", CellKind::head}}, {text("<script>alert(\"x\")</script> & 'y'\nz"), number("1.250")}, {text("=1+1"), number("\u22125")}});
  CHECK(html ==
        "<meta charset=\"utf-8\"><table><tr><th>Kegiatan</th><th>2024</th></tr>"
        "<tr><td style=\"mso-number-format:'\\@'\">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;<br>z</td><td style=\"text-align:right\">1.250</td></tr>"
        "<tr><td style=\"mso-number-format:'\\@'\">&#39;=1+1</td><td style=\"text-align:right\">-5</td></tr></table>");
}
