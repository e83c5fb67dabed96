#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rancang;

TEST_CASE("only well-formed UTF-8 is valid") {
  for (std::string_view text : {"", "abc", "\u00e9\u20ac", "\U0001F600", "\xF4\x8F\xBF\xBF"}) CHECK(utf8::is_valid(text));
  for (std::string_view text : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\xFFz"}) {
    CAPTURE(text);
    CHECK_FALSE(utf8::is_valid(text));
  }
}

TEST_CASE("code points go out and come in again, ill-formed bytes one at a time") {
  for (char32_t c : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600', U'\u07ff', U'\u0800', U'\uffff', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    utf8::append(text, c);
    std::size_t at = 0;
    CHECK(utf8::next(text, at) == c);
    CHECK(at == text.size());
    CHECK(utf8::length(text) == 1);
  }
  std::size_t at = 0;
  CHECK(utf8::next("\xE2\x82z", at) == 0xFFFD);
  CHECK(at == 1);
}

TEST_CASE("a cut never falls inside a code point") {
  std::string const text = "a\u00e9\u20ac\U0001F600z";
  CHECK(utf8::length(text) == 5);
  for (std::size_t points = 0; points <= 6; ++points) {
    std::string_view const head = utf8::cut(text, points);
    CHECK(utf8::is_valid(head));
    CHECK(utf8::length(head) == std::min<std::size_t>(points, 5));
  }
}

TEST_CASE("folding forgets case, accents and the width of blanks") {
  CHECK(utf8::fold("  Dinas \t KOMUNIKASI\u00a0dan\r\nInformatika ") == "dinas komunikasi dan informatika");
  CHECK(utf8::fold("\u00c9-Kin\u00e9rja \u0100\u017d") == "e-kinerja az");
  CHECK(utf8::fold("a\u200bb\u202ec\x01") == "abc");
  CHECK(utf8::fold("\u00d7\u00f7") == "\u00d7\u00f7");
  CHECK(utf8::fold(utf8::fold("\u00c9 X")) == utf8::fold("\u00c9 X"));
}

TEST_CASE("names lose what can't be seen, prose keeps its lines") {
  CHECK(utf8::clean_name(" Kota\n\u202e Cerdas\u200b \x7f") == "Kota Cerdas");
  CHECK(utf8::clean_prose("a\r\nb\rc\n\td\x01\u200be") == "a\nb\nc\n\td\u200be");
  CHECK(utf8::clean_name("\xFF") == "\uFFFD");
}

TEST_CASE("any bytes come out of every cleaner as valid UTF-8") {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text(random() % 30, ' ');
    for (char& c : text) c = static_cast<char>(random() % 4 == 0 ? random() : "a \xC3\xA9\xE2"[random() % 5]);
    CHECK(utf8::is_valid(utf8::fold(text)));
    CHECK(utf8::is_valid(utf8::clean_name(text)));
    CHECK(utf8::is_valid(utf8::clean_prose(text)));
    CHECK(utf8::clean_name(utf8::clean_name(text)) == utf8::clean_name(text));
  }
}
