// Values that the verb link of a finding writes by itself.
#include "base/utf8.hpp"
#include "rules/budget_code.hpp"
#include "rules/check.hpp"
#include "rules/delivery.hpp"
#include "rules/finding.hpp"

namespace rancang {
namespace {
std::optional<Value> cleaned_text(Node const& node, Finding const& finding) {
  if (finding.inner >= 0) return std::nullopt;
  FieldInfo const& field = node.info().fields[static_cast<std::size_t>(finding.field)];
  std::string_view const text = peek_text(field, node.data());
  return Value(field.rules.prose ? utf8::clean_prose(text) : utf8::clean_name(text));
}

// "1276" → "12.76"
std::optional<Value> dotted_region_code(std::string const& code) {
  bool const digits = code.size() == 4 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::optional(Value(code.substr(0, 2) + "." + code.substr(2))) : std::nullopt;
}

Value support_without_lead(ActionItem const& item) {
  std::vector<Ulid> ids;
  for (auto const& agency : item.support_agencies)
    if (agency != item.lead_agency) ids.push_back(agency.value);
  return ids;
}
}  // namespace

std::optional<Value> fix_value(Document const& document, Finding const& finding) {
  Node const* const node = finding.record ? document.find(finding.type, finding.record) : nullptr;
  if (!node) return std::nullopt;
  if (finding.rule == RuleId::field_hidden_character) return cleaned_text(*node, finding);
  if (finding.rule == RuleId::plan_region_code_form) return dotted_region_code(node->as<Plan>().region_code);
  if (finding.type != record_type<ActionItem>) return std::nullopt;
  auto const& item = node->as<ActionItem>();
  if (finding.rule == RuleId::action_item_lead_supports) return support_without_lead(item);
  bool const of_code = finding.rule == RuleId::action_item_code_form || finding.rule == RuleId::action_item_code_edition;
  auto const code = of_code ? parse_budget_code(item.budget_code, item.code_edition) : std::nullopt;
  if (!code) return std::nullopt;
  if (finding.rule == RuleId::action_item_code_form) return Value(code->text);
  return Value(EnumIndex{static_cast<std::uint8_t>(code->edition)});
}

std::vector<RecordWrite> fix_writes(Document const& document, Finding const& finding) {
  if (finding.rule == RuleId::data_request_not_in_profile || finding.rule == RuleId::data_request_other_in_profile) {
    auto const* const request = document.get(Id<DataRequest>{finding.record});
    return request ? delivery_writes(document, *request) : std::vector<RecordWrite>{};
  }
  auto value = finding.field >= 0 ? fix_value(document, finding) : std::nullopt;
  if (!value) return {};
  return {{finding.type, finding.record, static_cast<std::uint8_t>(finding.field), std::move(*value)}};
}

}  // namespace rancang
