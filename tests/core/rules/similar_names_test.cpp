#include "rules/similar_names.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace rancang;

namespace {
bool similar(std::string_view a, std::string_view b) {
  NameWords const words_a(utf8::fold(a)), words_b(utf8::fold(b));
  bool const yes = are_similar(words_a, words_b);
  CHECK(yes == are_similar(words_b, words_a));
  if (yes) {
    auto const x = halves_of(words_a), y = halves_of(words_b);
    bool const first = x[0].key != 0 && x[0].key == y[0].key && may_be_similar(x[0], y[0]);
    CHECK((first || (x[1].key == y[1].key && may_be_similar(x[1], y[1]))));
  }
  return yes;
}
}  // namespace

TEST_CASE("word order, small words, hyphens and punctuation make no difference") {
  CHECK(similar("Layanan perizinan terpadu", "Perizinan dan layanan terpadu"));
  CHECK(similar("Penguatan e-government", "Penguatan egovernment"));
  CHECK(similar("Dinas Komunikasi, Informatika", "Dinas Komunikasi dan Informatika"));
  CHECK(similar("Layanan “satu pintu”", "Layanan satu pintu"));
}

TEST_CASE("a slip in one long word is believed, two in a very long one") {
  CHECK(similar("Pelatihan UMKM digital", "Pelatihan UMKM digtal"));
  CHECK(similar("Pengembangan wisata", "Pengembanagn wisata"));
  CHECK_FALSE(similar("Pelatihan guru", "Pelatihan juru"));
  CHECK_FALSE(similar("Pelatihan petani muda", "Pelatihan petinju muda"));
}

TEST_CASE("figures, roman numbers and other words tell names apart") {
  CHECK_FALSE(similar("Pembangunan gedung tahap 1", "Pembangunan gedung tahap 2"));
  CHECK_FALSE(similar("Pembangunan gedung tahap II", "Pembangunan gedung tahap III"));
  CHECK_FALSE(similar("Laporan tahun 2023", "Laporan tahun 2024"));
  CHECK_FALSE(similar("Pasar Kecamatan Padang Hulu", "Pasar Kecamatan Padang Hilir"));
  CHECK_FALSE(similar("Pelatihan guru", "Pelatihan guru dasar"));
}

TEST_CASE("a single word is never a slip of another, and nothing is similar to nothing") {
  CHECK_FALSE(similar("Kominfo", "Komnifo"));
  CHECK_FALSE(similar("", ""));
  CHECK_FALSE(similar("dan", "di"));
}
