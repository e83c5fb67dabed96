#pragma once
// The plans that every screen has to bear: nothing at all, the sample, one that no form would have let through, and a very large one. As files.
// Must not know: screens.
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

#include "cli/generate.hpp"
#include "persist/plan_file.hpp"
#include "support/random_plan.hpp"
#include "support/source_dir.hpp"

namespace rancang::testing {

inline std::string file_text(std::string const& path) {
  std::ifstream file(test::source_path(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
inline std::string sample_file() { return file_text("assets/samples/tebing-tinggi.rancang.json"); }

inline std::string empty_file() {
  Document document;
  document.plan_id = make_ulid(1'662'600'000'000, 1, 1);
  return write_plan(document, {});
}

inline std::string huge_file() { return write_plan(generate_plan(10'000, 1), {}); }

// Writes into every field of every record what nobody should have written: dangling references, codes that are none, years far outside the plan, the largest
// numbers, the longest words, letters of other scripts. Through the erased setters; what they refuse stays as it was.
class Spoiler {
 public:
  Document spoil(Document document) {
    for (auto& table : document.tables)
      for (NodePtr const& node : table.stored()) {
        auto copy = clone_node(*node);
        for (FieldInfo const& field : copy->info().fields) field.set(copy->data(), bad(field));
        table.put(std::move(copy));
      }
    return document;
  }

 private:
  static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::uint64_t turn_ = 0;

  Ulid nowhere() { return make_ulid(1, 2, ++turn_); }
  std::string text(FieldInfo const& field) {
    static constexpr std::string_view texts[] = {"=1+1|cmd", "\xD9\x88\xD9\x84\xD8\xA7\xD9\x8A\xD8\xA9 \xE4\xB8\xAD\xE6\x96\x87 \xF0\x9F\x98\x80 e\xCC\x81", "{0} {1} %s %n ##x ###y", "9.99.999.X9", "<b>&amp;\"'",
                                                 "   ", "baris satu\nbaris dua\n\nbaris empat", "-"};
    std::uint64_t const turn = ++turn_ % (std::size(texts) + 1);
    std::string out = turn < std::size(texts) ? std::string(texts[turn]) : std::string(std::min<std::size_t>(field.rules.max_length, 2000), 'W');
    return out.size() <= field.rules.max_length ? out : std::string(field.rules.max_length, 'M');
  }
  Value series(FieldInfo const& field) {
    SeriesValue out{field.element, {}};
    std::int64_t const value = field.element == Element::enumeration ? 1 : field.element == Element::money ? money_limit : field.element == Element::decimal ? -decimal_limit_micros : most;
    for (Year const year : {Year{1900}, Year{1999}, Year{2024}, Year{2025}, Year{2200}}) out.values.emplace_back(year, value);
    return out;
  }
  Value list(FieldInfo const& field) {
    ListValue out;
    for (int i = 0; i < 12; ++i) {
      auto& row = out.rows.emplace_back();
      for (FieldInfo const& inner : field.nested->fields) row.push_back(bad(inner));
    }
    return out;
  }
  Value bad(FieldInfo const& field) {
    bool const odd = (++turn_ & 1u) != 0;
    switch (field.type) {
      case ValueType::text: return text(field);
      case ValueType::boolean: return true;
      case ValueType::integer: return odd ? most : -most;
      case ValueType::decimal: return Decimal{odd ? decimal_limit_micros : -decimal_limit_micros};
      case ValueType::money: return Money{odd ? money_limit : -money_limit};
      case ValueType::year: return odd ? year_min : year_max;
      case ValueType::date: return Date{odd ? -25'567 : 84'000};
      case ValueType::enumeration: return EnumIndex{static_cast<std::uint8_t>(field.enumeration->names.size() - 1)};
      case ValueType::reference: return nowhere();
      case ValueType::references: return std::vector<Ulid>{nowhere(), nowhere(), nowhere()};
      case ValueType::series: return series(field);
      case ValueType::list: return list(field);
    }
    return {};
  }
};

inline std::string invalid_file() {
  RandomPlan random(77);
  return write_plan(Spoiler().spoil(random.document(6, 25)), {});
}

}  // namespace rancang::testing
