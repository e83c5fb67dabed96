#include "rules/affected.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "rules/check.hpp"

namespace rancang {
Targets targets_of(ChangeSet const& changes) {
  Targets out;
  for (auto const& change : changes.records) {
    bool const was = change.before && change.before->is_alive(), is = change.after && change.after->is_alive();
    bool const went_elsewhere = was && is && !(shared_facts(*change.before) == shared_facts(*change.after));
    // A deletion undone beyond creation, or a trashed record that vanishes, turns "in the trash" into "missing".
    bool const vanished = !was && !is && static_cast<bool>(change.before) != static_cast<bool>(change.after);
    if ((was && !is) || went_elsewhere) out.changed.emplace_back(change.type(), change.id());
    else if ((!was && is) || vanished) out.appeared.emplace_back(change.type(), change.id());
  }
  return out;
}

namespace {
// Where an activity stands in the roadmap.
struct Place {
  Ulid dimension;
  Year from = 0, to = 0;
  friend bool operator==(Place const& a, Place const& b) { return a.dimension == b.dimension && a.from == b.from && a.to == b.to; }
};
Place place_of(Node const* node) {
  if (!is_checked(node)) return {};
  auto const& item = node->as<ActionItem>();
  return {item.dimension.value, item.start_year, item.end_year};
}

void touch_all(Document const& document, RecordType type, Usage::Touched& touched) {
  document.table(type).for_each([&](NodePtr const& node) { touched.emplace_back(type, node->id); });
}
}  // namespace

void touch_onlookers(Document const& after, ChangeSet const& changes, Usage::Touched& touched) {
  bool phases = false, surveys = false;
  for (auto const& change : changes.records) {
    phases |= change.type() == record_type<RoadmapPhase>;
    surveys |= change.type() == record_type<ImpactSurvey> || change.type() == record_type<SubDimension>;
    if (change.type() != record_type<ActionItem>) continue;
    Place const was = place_of(change.before.get()), is = place_of(change.after.get());
    if (was == is) continue;
    for (Ulid dimension : {was.dimension, is.dimension})
      if (dimension) touched.emplace_back(record_type<Dimension>, dimension);
  }
  if (phases) touch_all(after, record_type<Dimension>, touched);
  if (surveys) touch_all(after, record_type<ImpactSurvey>, touched);
}

TargetSet::TargetSet(std::vector<std::pair<RecordType, Ulid>> const& targets) {
  for (auto const& [type, id] : targets) ids_[index_of(type)].push_back(id);
  for (auto& ids : ids_) sort_list(ids);
  if (targets.empty()) return;
  for (auto const& info : record_infos()) pointers_[index_of(info.type)] = pointers_of(info);
}

std::vector<TargetSet::Pointer> TargetSet::pointers_of(RecordInfo const& info) const {
  std::vector<Pointer> out;
  for (FieldInfo const& field : info.fields) {
    if (field.target != RecordType::none && !ids_[index_of(field.target)].empty()) out.push_back({&field, {}});
    if (!field.nested) continue;
    if (auto inner = pointers_of(*field.nested); !inner.empty()) out.push_back({&field, std::move(inner)});
  }
  return out;
}

bool TargetSet::contains(RecordType type, Ulid id) const {
  auto const& ids = ids_[index_of(type)];
  return std::binary_search(ids.begin(), ids.end(), id);
}

bool TargetSet::is_named_by(std::vector<Pointer> const& pointers, void const* record) const {
  return std::any_of(pointers.begin(), pointers.end(), [&](Pointer const& pointer) {
    FieldInfo const& field = *pointer.field;
    if (field.type == ValueType::reference) return contains(field.target, peek_reference(field, record));
    if (field.type == ValueType::list) {
      for (std::size_t row = 0, rows = field.row_count(record); row < rows; ++row)
        if (is_named_by(pointer.inner, field.row(record, row))) return true;
      return false;
    }
    Value const value = field.get(record);
    auto const* ids = value.as<std::vector<Ulid>>();
    return ids && std::any_of(ids->begin(), ids->end(), [&](Ulid id) { return contains(field.target, id); });
  });
}

void TargetSet::touch_referrers(Document const& document, Usage::Touched& touched) const {
  for (auto const& info : record_infos()) {
    auto const& pointers = pointers_[index_of(info.type)];
    if (pointers.empty()) continue;
    document.table(info.type).for_each([&](NodePtr const& node) {
      if (is_named_by(pointers, node->data())) touched.emplace_back(info.type, node->id);
    });
  }
}

}  // namespace rancang
