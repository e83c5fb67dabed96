#include "rules/completeness.hpp"

#include "rules/check.hpp"

namespace rancang {

std::uint32_t owed_fields(RecordType type) {
  static auto const all = [] {
    std::array<std::uint32_t, record_type_count> out{};
    for (auto const& info : record_infos())
      for (std::size_t i = 0; i < info.fields.size(); ++i) out[index_of(info.type)] += is_owed(info, i) ? 1u : 0u;
    return out;
  }();
  return all[index_of(type)];
}

Completeness completeness(Findings const& findings, Document const& document, RecordType type) {
  Completeness out;
  out.records = static_cast<std::uint32_t>(document.table(type).size());
  out.errors = findings.counts(type).of(Severity::error);
  bool const absent = record_info(type).single && out.records == 0;
  out.owed = std::uint64_t{owed_fields(type)} * (absent ? 1 : findings.checked(type));
  out.filled = absent ? 0 : out.owed - std::min<std::uint64_t>(out.owed, findings.missing(type));
  return out;
}

Completeness completeness(Findings const& findings, Document const& document) {
  Completeness sum;
  constexpr std::uint64_t form_weight = 1000;
  for (auto const& info : record_infos()) {
    Completeness const one = completeness(findings, document, info.type);
    if (document.scope && one.owed == 0) continue;  // nothing of it is this agency's to fill
    if (!info.template_rows && owed_fields(info.type) > 0) {
      sum.owed += form_weight;
      if (one.owed > 0) sum.filled += one.filled * form_weight / one.owed;
    }
    sum.records += one.records;
    sum.errors += one.errors;
  }
  return sum;
}

}  // namespace rancang
