// References: what they point to must be there, and belong to the dimension of the row that points.
#include <array>

#include "rules/check.hpp"

namespace rancang {
namespace {
// Fields of a type that hold references, themselves or in the rows of a list.
struct ReferenceField {
  FieldInfo const* info;
  int index;
  std::vector<ReferenceField> inner;
  void const* blank;
};

std::vector<ReferenceField> reference_fields(RecordInfo const& record) {
  std::vector<ReferenceField> out;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    FieldInfo const& field = record.fields[i];
    ReferenceField found{&field, static_cast<int>(i), {}, record.blank};
    if (field.nested) found.inner = reference_fields(*field.nested);
    if (field.target != RecordType::none || !found.inner.empty()) out.push_back(std::move(found));
  }
  return out;
}

std::vector<ReferenceField> const& fields_of(RecordType type) {
  static auto const all = [] {
    std::array<std::vector<ReferenceField>, record_type_count> out;
    for (auto const& info : record_infos()) out[index_of(info.type)] = reference_fields(info);
    return out;
  }();
  return all[index_of(type)];
}

Ulid dimension_of(Node const& node) {
  int const field = dimension_field(node.type);
  return field < 0 ? Ulid() : peek_reference(node.info().fields[static_cast<std::size_t>(field)], node.data());
}

// Indicators may serve several dimensions; what else a row leans on is of its own dimension.
bool must_share_dimension(RecordType target) { return target != record_type<Indicator> && target != record_type<ActionItem>; }

struct ReferenceCheck {
  RuleContext const& context;
  Ulid dimension;  // of the row
  Report& report;

  void one(RecordType target, Ulid id, int field, int inner) const {
    if (!id) return;
    Node const* const node = context.document.find(target, id);
    if (!node) return report.add(RuleId::reference_missing, field, 0, id, inner);
    if (!node->is_alive()) return report.add(RuleId::reference_in_trash, field, 0, id, inner);
    if (!dimension || !must_share_dimension(target)) return;
    Ulid const theirs = dimension_of(*node);
    if (theirs && theirs != dimension) report.add(RuleId::reference_other_dimension, field, 0, id, inner);
  }

  void all(std::vector<ReferenceField> const& fields, void const* record, int outer) const {
    for (auto const& reference : fields) {
      FieldInfo const& info = *reference.info;
      int const field = outer < 0 ? reference.index : outer, inner = outer < 0 ? -1 : reference.index;
      if (info.type == ValueType::reference) {
        one(info.target, peek_reference(info, record), field, inner);
      } else if (info.type == ValueType::list) {
        for (std::size_t row = 0, rows = info.row_count(record); row < rows; ++row) all(reference.inner, info.row(record, row), reference.index);
      } else if (!info.equal(record, reference.blank)) {
        Value const value = info.get(record);
        for (Ulid id : *value.as<std::vector<Ulid>>()) one(info.target, id, field, inner);
      }
    }
  }
};
}  // namespace

int dimension_field(RecordType type) {
  static auto const fields = [] {
    std::array<int, record_type_count> out;
    out.fill(-1);
    for (auto const& info : record_infos())
      for (std::size_t i = 0; i < info.fields.size(); ++i)
        if (info.fields[i].type == ValueType::reference && info.fields[i].target == record_type<Dimension>) out[index_of(info.type)] = static_cast<int>(i);
    return out;
  }();
  return fields[index_of(type)];
}

void check_references(RuleContext const& context, Node const& node, Report& report) {
  ReferenceCheck{context, dimension_of(node), report}.all(fields_of(node.type), node.data(), -1);
}

SharedFacts shared_facts(Node const& node) {
  SharedFacts facts;
  if (must_share_dimension(node.type)) facts.dimension = dimension_of(node);
  if (node.type == record_type<Indicator>) {
    facts.has_baseline = node.as<Indicator>().baseline.has_value();
    facts.has_targets = !node.as<Indicator>().targets.values.empty();
  }
  if (node.type == record_type<ReadinessElement>) facts.is_used = node.as<ReadinessElement>().is_used;
  if (node.type == record_type<Instrument>) facts.is_used = node.as<Instrument>().is_used;
  if (node.type == record_type<StrategicIssue>) facts.in_rpjmd = node.as<StrategicIssue>().in_rpjmd;
  if (node.type == record_type<ActionItem>) {
    facts.start_year = node.as<ActionItem>().start_year;
    for (auto const& [year, money] : node.as<ActionItem>().budget.values) facts.budget = (facts.budget * 31 + year) * 1'000'003 + static_cast<std::uint64_t>(money.rupiah);
  }
  if (node.type == record_type<ProfileFigure>)
    for (auto const& [year, value] : node.as<ProfileFigure>().values.values) facts.values = (facts.values * 31 + static_cast<std::uint64_t>(year)) * 1'000'003 + static_cast<std::uint64_t>(value.micros);
  if (node.type == record_type<SwotItem>) facts.quadrant = static_cast<std::uint8_t>(node.as<SwotItem>().quadrant);
  return facts;
}

}  // namespace rancang
