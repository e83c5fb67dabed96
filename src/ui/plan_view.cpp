#include "ui/plan_view.hpp"

#include <array>
#include <string>

#include "model/reference_lookup.hpp"
#include "rules/owed.hpp"
#include "ui/icons_generated.hpp"

namespace rancang {
namespace {
constexpr RecordType agency_type = record_type<Agency>;
struct DimensionLook {
  std::string_view code, shown;
  char const* icon;
  Token solid, text, tint;
};
constexpr std::array dimension_looks{
    DimensionLook{"gov", "GOV", icon::landmark, Token::dim_gov, Token::dim_text_gov, Token::dim_tint_gov},
    DimensionLook{"brand", "BRA", icon::megaphone, Token::dim_bra, Token::dim_text_bra, Token::dim_tint_bra},
    DimensionLook{"eco", "ECO", icon::store, Token::dim_eco, Token::dim_text_eco, Token::dim_tint_eco},
    DimensionLook{"liv", "LIV", icon::heart_pulse, Token::dim_liv, Token::dim_text_liv, Token::dim_tint_liv},
    DimensionLook{"soc", "SOC", icon::users, Token::dim_soc, Token::dim_text_soc, Token::dim_tint_soc},
    DimensionLook{"env", "ENV", icon::leaf, Token::dim_env, Token::dim_text_env, Token::dim_tint_env},
};
DimensionLook const& dimension_look(int index) { return dimension_looks[static_cast<std::size_t>(index)]; }
}  // namespace

std::string foreign_note(PlanView const& plan, Strings const& s, Node const& node) {
  if (is_writable_in_scope(plan.document, node)) return {};
  Ulid const owner = agency_of(plan.document, node);
  return owner ? s.slice_foreign(reference_text(plan.document, agency_type, owner)) : std::string(s.slice_common());
}

std::string finding_sentence(PlanView const& plan, Strings const& s, Finding const& finding) {
  auto const text_of = [&](std::string_view key) { return std::string(s.find(key).value_or(key)); };
  auto const sentence = s.find(finding_key(finding.rule));
  if (!sentence) return std::string(finding_verb(s, finding));  // the sentences are still on their way
  auto const args = finding_args(plan.document, finding, plan.style.numbers, text_of);
  std::vector<std::string_view> const views(args.begin(), args.end());
  return s.format(finding_key(finding.rule), views);
}
std::string_view finding_verb(Strings const& s, Finding const& finding) { return s.find(finding_fix_key(finding.rule)).value_or(s.ui_open()); }
std::optional<std::string> finding_done(PlanView const& plan, Strings const& s, Finding const& finding) {
  std::string const key = finding_done_key(finding.rule);
  if (!s.find(key)) return std::nullopt;
  auto const args = finding_args(plan.document, finding, plan.style.numbers, [&](std::string_view text) { return std::string(s.find(text).value_or(text)); });
  std::vector<std::string_view> const views(args.begin(), args.end());
  return s.format(key, views);
}

int dimension_index(Document const& document, Ulid id) {
  Dimension const* const dimension = document.get(Id<Dimension>{id});
  if (!dimension) return -1;
  for (std::size_t i = 0; i < dimension_looks.size(); ++i)
    if (dimension_looks[i].code == dimension->code) return static_cast<int>(i);
  return -1;
}
Token dimension_color(int index) { return index < 0 ? Token::border_strong : dimension_look(index).solid; }
Token dimension_text_color(int index) { return index < 0 ? Token::text_primary : dimension_look(index).text; }
Token dimension_tint(int index) { return index < 0 ? Token::surface_header : dimension_look(index).tint; }
char const* dimension_icon(int index) { return index < 0 ? icon::circle : dimension_look(index).icon; }
std::string_view dimension_short(int index) { return index < 0 ? std::string_view() : dimension_look(index).shown; }

}  // namespace rancang
