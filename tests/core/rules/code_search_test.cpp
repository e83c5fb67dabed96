#include "rules/code_search.hpp"

#include <doctest/doctest.h>

#include "model/change_set.hpp"

using namespace rancang;

namespace {
struct Library {
  Document document;
  std::uint64_t made = 0;

  Library() {
    add("2.16", "Urusan komunikasi dan informatika", CodeLevel::function, CodeEdition::unset);
    add("2.16.02", "Program Pengelolaan Informasi dan Komunikasi Publik", CodeLevel::program, CodeEdition::unset);
    add("2.16.03", "Program Pengelolaan Aplikasi Informatika", CodeLevel::program, CodeEdition::unset);
    add("2.16.03.2.02", "Pengelolaan E-government", CodeLevel::activity, CodeEdition::unset);
    add("2.16.3.2.2.9", "Ekosistem Kota Cerdas", CodeLevel::sub_activity, CodeEdition::two_digit);
    add("2.16.3.2.2.20", "Pengelolaan aplikasi khusus", CodeLevel::sub_activity, CodeEdition::four_digit);
    add("7.01", "Kecamatan", CodeLevel::function, CodeEdition::unset);
  }
  void add(char const* code, char const* name, CodeLevel level, CodeEdition edition) {
    auto node = make_node(record_type<Nomenclature>, make_ulid(1, 1, ++made));
    node->as<Nomenclature>() = {code, name, level, edition, static_cast<std::int64_t>(made), Certainty::unset, {}};
    node->causal = created_by(make_replica(1));
    document.table(record_type<Nomenclature>).put(std::move(node));
  }
  std::vector<std::string> codes(std::string_view text, RecordType type = record_type<ActionItem>, std::size_t most = 20) const {
    std::vector<std::string> out;
    for (auto const& offer : code_offers(document, record_info(type), text, most)) out.push_back(offer.code);
    return out;
  }
};
using Codes = std::vector<std::string>;
FieldInfo const& code_field() { return *record_info(record_type<ActionItem>).find("budget_code"); }
}  // namespace

TEST_CASE("a code is found by its beginning, with or without zeros, in the form of its edition") {
  Library const library;
  CHECK(library.codes("2.16.03.2.02.") == Codes{"2.16.03.2.02", "2.16.03.2.02.09", "2.16.03.2.02.0020"});
  CHECK(library.codes("2.16.3.2.2.20") == Codes{"2.16.03.2.02.0020"});
  CHECK(library.codes("2.16.03.2.02.0020") == Codes{"2.16.03.2.02.0020"});
  CHECK(library.codes("7") == Codes{"7.01"});
  CHECK(library.codes("7.01.1").empty());
  CHECK(library.codes("2.16.0", record_type<RpjmdProgram>) == Codes{"2.16.02", "2.16.03", "2.16.03.2.02", "2.16.03.2.02.09", "2.16.03.2.02.0020"}) ;
}

TEST_CASE("words of the name in any order are found, the level that is asked for first") {
  Library const library;
  CHECK(library.codes("aplikasi") == Codes{"2.16.03.2.02.0020", "2.16.03"});
  CHECK(library.codes("INFORMATIKA aplikasi") == Codes{"2.16.03"});
  CHECK(library.codes("aplikasi", record_type<RpjmdProgram>) == Codes{"2.16.03", "2.16.03.2.02.0020"});
  CHECK(library.codes("pengelolaan zzz").empty());
  CHECK(library.codes("", record_type<ActionItem>, 2).size() == 2);
  CHECK(library.codes("..").empty());
}

TEST_CASE("an offer brings code, edition and the official name, which replaces none that is there") {
  Library const library;
  auto node = make_node(record_type<ActionItem>, make_ulid(2, 2, 2));
  auto const offer = code_offers(library.document, node->info(), "aplikasi khusus", 1).at(0);
  auto const write = [&] {
    for (auto const& [field, value] : offer_values(*node, code_field(), offer)) node->info().fields[field].set(node->data(), value);
  };
  write();
  auto const& item = node->as<ActionItem>();
  CHECK(item.budget_code == "2.16.03.2.02.0020");
  CHECK(item.code_edition == CodeEdition::four_digit);
  CHECK(item.nomenclature == "Pengelolaan aplikasi khusus");
  node->as<ActionItem>().nomenclature = "Nama lain";
  write();
  CHECK(item.nomenclature == "Nama lain");
  auto const program = make_node(record_type<RpjmdProgram>, make_ulid(2, 2, 3));
  CHECK(offer_values(*program, *program->info().find("code"), offer).size() == 1);
}

TEST_CASE("leaving the field mends only what is certain") {
  auto node = make_node(record_type<ActionItem>, make_ulid(2, 2, 2));
  CHECK(tidy_code(*node, code_field(), "2.16.3") == "2.16.03");
  CHECK_FALSE(tidy_code(*node, code_field(), "2.16.03"));
  CHECK_FALSE(tidy_code(*node, code_field(), "2.16.3.2.2.20"));
  CHECK_FALSE(tidy_code(*node, code_field(), "belum ada"));
  node->as<ActionItem>().code_edition = CodeEdition::four_digit;
  CHECK(tidy_code(*node, code_field(), "2.16.3.2.2.20") == "2.16.03.2.02.0020");
  CHECK_FALSE(tidy_code(*node, *node->info().find("name"), "2.16.3"));
}
