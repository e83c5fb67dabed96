#include "rules/affected.hpp"

#include <algorithm>
#include <array>

#include "rules/check.hpp"

namespace rancang {
namespace {
using Wanted = std::array<std::vector<Ulid>, record_type_count>;  // by type of the target, sorted

bool is_wanted(Wanted const& wanted, RecordType type, Ulid id) {
  auto const& ids = wanted[index_of(type)];
  return std::binary_search(ids.begin(), ids.end(), id);
}

bool concerns(RecordInfo const& info, Wanted const& wanted) {
  return std::any_of(info.fields.begin(), info.fields.end(), [&](FieldInfo const& field) {
    if (field.nested) return concerns(*field.nested, wanted);
    return field.target != RecordType::none && !wanted[index_of(field.target)].empty();
  });
}

bool refers(RecordInfo const& info, void const* record, Wanted const& wanted);

bool refers_by(FieldInfo const& field, void const* record, Wanted const& wanted) {
  if (field.nested) {
    for (std::size_t row = 0, rows = field.row_count(record); row < rows; ++row)
      if (refers(*field.nested, field.row(record, row), wanted)) return true;
    return false;
  }
  if (field.target == RecordType::none || wanted[index_of(field.target)].empty()) return false;
  if (field.type == ValueType::reference) return is_wanted(wanted, field.target, peek_reference(field, record));
  Value const value = field.get(record);
  auto const* ids = value.as<std::vector<Ulid>>();
  return ids && std::any_of(ids->begin(), ids->end(), [&](Ulid id) { return is_wanted(wanted, field.target, id); });
}

bool refers(RecordInfo const& info, void const* record, Wanted const& wanted) {
  return std::any_of(info.fields.begin(), info.fields.end(), [&](FieldInfo const& field) { return refers_by(field, record, wanted); });
}
}  // namespace

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

void touch_referrers(Document const& document, std::vector<std::pair<RecordType, Ulid>> const& targets, Usage::Touched& touched) {
  if (targets.empty()) return;
  Wanted wanted;
  for (auto const& [type, id] : targets) wanted[index_of(type)].push_back(id);
  for (auto& ids : wanted) std::sort(ids.begin(), ids.end());
  for (auto const& info : record_infos()) {
    if (!concerns(info, wanted)) continue;
    document.table(info.type).for_each([&](NodePtr const& node) {
      if (refers(info, node->data(), wanted)) touched.emplace_back(info.type, node->id);
    });
  }
}

}  // namespace rancang
