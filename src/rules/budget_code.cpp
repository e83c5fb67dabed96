#include "rules/budget_code.hpp"

#include <algorithm>
#include <vector>

namespace rancang {
namespace {
constexpr std::size_t account_parts = 6;  // 5.1.02.04.01.0001

bool is_digits(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::vector<std::string_view>> split(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t const dot = text.find('.');
    std::string_view const part = text.substr(0, dot);
    if (!is_digits(part) || part.size() > 4) return std::nullopt;
    parts.push_back(part);
    if (dot == std::string_view::npos) return parts;
    text.remove_prefix(dot + 1);
  }
}

int number(std::string_view part) {
  int value = 0;
  for (char c : part) value = value * 10 + (c - '0');
  return value;
}

std::string padded(int value, std::size_t digits) {
  std::string text = std::to_string(value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// Two digits in the first edition, four in the later one; "21" among parts that lost their zeros follows what the row declares.
CodeEdition edition_of(std::string_view part, bool lost_zeros, CodeEdition declared) {
  if (part.size() > 2) return CodeEdition::four_digit;
  if ((lost_zeros || part.size() == 1) && declared != CodeEdition::unset) return declared;
  return CodeEdition::two_digit;
}

bool fits(std::vector<std::string_view> const& parts) {
  std::size_t const levels = parts.size();
  if (parts[0].size() != 1 || parts[0] == "0" || parts[0] == "9") return false;
  for (std::size_t i = 1; i < std::min<std::size_t>(levels, 5); ++i)
    if (parts[i].size() > 2 || (number(parts[i]) == 0)) return false;
  if (levels > 3 && number(parts[3]) > 2) return false;
  return levels < 6 || number(parts[5]) != 0;
}
}  // namespace

std::optional<BudgetCode> parse_budget_code(std::string_view text, CodeEdition declared) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  auto parts = split(text);
  if (!parts) return std::nullopt;
  if (parts->size() > sub_activity_level && parts->size() <= sub_activity_level + account_parts && (*parts)[sub_activity_level] == "5") parts->resize(sub_activity_level);
  if (parts->size() > sub_activity_level || !fits(*parts)) return std::nullopt;

  BudgetCode code;
  code.levels = static_cast<int>(parts->size());
  bool lost_zeros = false;
  for (std::size_t i = 0; i < parts->size(); ++i) {
    std::string_view const part = (*parts)[i];
    if (i > 0) code.text += '.';
    if (i == 0 || i == 3) {
      code.text += std::to_string(number(part));
    } else if (i == 5) {
      code.edition = edition_of(part, lost_zeros, declared);
      code.text += padded(number(part), code.edition == CodeEdition::four_digit ? 4 : 2);
    } else {
      lost_zeros |= part.size() == 1;
      code.text += padded(number(part), 2);
    }
  }
  code.is_province = code.levels > 3 && number((*parts)[3]) == 1;
  return code;
}

std::optional<std::string> usual_code(std::string_view text, CodeEdition declared) {
  auto const code = parse_budget_code(text, declared);
  if (!code) return std::nullopt;
  // Where the edition that the text looks like depends on what is declared, only a declaration settles it.
  if (declared == CodeEdition::unset && code->levels == sub_activity_level) {
    auto const other = parse_budget_code(text, CodeEdition::four_digit);
    if (other && other->text != code->text) return std::nullopt;
  }
  return code->text;
}

}  // namespace rancang
