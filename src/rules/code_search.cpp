#include "rules/code_search.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"
#include "rules/budget_code.hpp"

namespace rancang {
namespace {
using Parts = std::vector<std::string_view>;

Parts split(std::string_view text, char separator) {
  Parts out;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find(separator), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}
std::string_view without_zeros(std::string_view part) {
  while (part.size() > 1 && part.front() == '0') part.remove_prefix(1);
  return part;
}

// "2.16.3" begins "2.16.03.2.02": whole parts as numbers, the last as far as it is typed.
bool begins(std::string_view code, Parts const& wanted, bool last_is_whole) {
  Parts const parts = split(code, '.');
  if (parts.size() < wanted.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    bool const whole = i + 1 < wanted.size() || last_is_whole;
    if (without_zeros(parts[i]) == without_zeros(wanted[i])) continue;
    if (whole || !parts[i].starts_with(wanted[i])) return false;
  }
  return true;
}

CodeLevel wanted_level(RecordInfo const& info) { return info.type == record_type<RpjmdProgram> ? CodeLevel::program : CodeLevel::sub_activity; }

std::string usual(Nomenclature const& row) {
  auto const code = parse_budget_code(row.code, row.edition);
  return code ? code->text : row.code;
}

// The smaller the better; −1: does not fit.
class Query {
 public:
  Query(RecordInfo const& info, std::string_view text) : level_(wanted_level(info)), folded_(utf8::fold(text)) {
    is_code_ = !folded_.empty() && folded_.front() >= '0' && folded_.front() <= '9';
    parts_ = split(folded_, is_code_ ? '.' : ' ');
    last_is_whole_ = !folded_.empty() && folded_.back() == '.';
  }
  Query(Query const&) = delete;
  Query& operator=(Query const&) = delete;

  int rank(Nomenclature const& row) const {
    int points = row.level == level_ ? 0 : 2;
    if (is_code_) {
      std::string const code = usual(row);
      return !begins(code, parts_, last_is_whole_) ? -1 : split(code, '.').size() == parts_.size() ? points : points + 4;
    }
    std::string const name = parts_.empty() ? std::string() : utf8::fold(row.name);
    for (std::string_view const word : parts_)
      if (name.find(word) == std::string::npos) return -1;
    return name.starts_with(folded_) ? points : points + 1;
  }

 private:
  CodeLevel level_;
  std::string folded_;
  Parts parts_;  // of folded_
  bool is_code_ = false, last_is_whole_ = false;
};

CodeOffer offer_of(Node const& node) {
  auto const& row = node.as<Nomenclature>();
  return {node.id, usual(row), row.name, row.level, row.edition};
}

// The field of the record that tells the edition of its codes; −1 = it has none.
int edition_field(RecordInfo const& info) {
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (info.fields[i].enumeration == &enum_info<CodeEdition>() && info.fields[i].type == ValueType::enumeration) return static_cast<int>(i);
  return -1;
}
CodeEdition edition_of(Node const& record) {
  int const field = edition_field(record.info());
  if (field < 0) return CodeEdition::unset;
  Value const value = record.get(static_cast<std::size_t>(field));
  return value.as<EnumIndex>() ? static_cast<CodeEdition>(value.as<EnumIndex>()->index) : CodeEdition::unset;
}
}  // namespace

bool takes_code(RecordInfo const& info, FieldInfo const& field) {
  return (info.type == record_type<ActionItem> && &field == info.find("budget_code")) || (info.type == record_type<RpjmdProgram> && &field == info.find("code"));
}

std::vector<CodeOffer> code_offers(Document const& document, RecordInfo const& info, std::string_view text, std::size_t most) {
  Query const query(info, text);
  std::vector<std::pair<std::pair<int, std::size_t>, Node const*>> found;
  for (Node const* node : in_plan_order(document, record_type<Nomenclature>))
    if (int const rank = query.rank(node->as<Nomenclature>()); rank >= 0) found.emplace_back(std::pair(rank, found.size()), node);
  sort_list(found, [](auto const& a, auto const& b) { return a.first < b.first; });
  std::vector<CodeOffer> out;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) out.push_back(offer_of(*found[i].second));
  return out;
}

std::vector<std::pair<std::uint8_t, Value>> offer_values(Node const& record, FieldInfo const& field, CodeOffer const& offer) {
  RecordInfo const& info = record.info();
  std::vector<std::pair<std::uint8_t, Value>> out{{static_cast<std::uint8_t>(&field - info.fields.data()), Value(offer.code)}};
  int const edition = edition_field(info);
  if (edition >= 0 && offer.edition != CodeEdition::unset) out.emplace_back(static_cast<std::uint8_t>(edition), Value(EnumIndex{static_cast<std::uint8_t>(offer.edition)}));
  int const name = info.type == record_type<ActionItem> ? info.index_of("nomenclature") : -1;
  if (name >= 0 && peek_text(info.fields[static_cast<std::size_t>(name)], record.data()).empty()) out.emplace_back(static_cast<std::uint8_t>(name), Value(offer.name));
  return out;
}

std::optional<std::string> tidy_code(Node const& record, FieldInfo const& field, std::string_view text) {
  if (!takes_code(record.info(), field)) return std::nullopt;
  auto usual = usual_code(text, edition_of(record));
  return usual && *usual != text ? usual : std::nullopt;
}

}  // namespace rancang
