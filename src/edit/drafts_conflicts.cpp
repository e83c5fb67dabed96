// Drafts of fields that hold several values: conflicts brought back by a redo or a restore point, and those that joining two records leaves.
#include <algorithm>

#include "base/order.hpp"
#include "edit/drafts.hpp"
#include "model/merge.hpp"
#include "model/merge_parts.hpp"

namespace rancang {
namespace {
bool holds_same(std::vector<FieldValue> const& a, std::vector<FieldValue> const& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](FieldValue const& x, FieldValue const& y) { return x.value == y.value; });
}

std::vector<std::uint8_t> fields_with_others(Node const& a, Node const& b) {
  std::vector<std::uint8_t> out;
  for (auto const* node : {&a, &b})
    for (auto const& other : node->causal->others) out.push_back(other.field);
  sort_list(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void replace_id(std::vector<Ulid>& ids, Ulid from, Ulid to) {
  for (Ulid& id : ids)
    if (id == from) id = to;
  std::erase(ids, Ulid());
  drop_repeats(ids);
}
void replace_reference(Value& value, Ulid from, Ulid to) {
  if (auto const* id = value.as<Ulid>(); id && *id == from) value = to ? Value(to) : Value();
  if (auto* ids = std::get_if<std::vector<Ulid>>(&value.data)) replace_id(*ids, from, to);
  if (auto* list = std::get_if<ListValue>(&value.data))
    for (auto& row : list->rows)
      for (auto& inner : row) replace_reference(inner, from, to);
}
}  // namespace

void Drafts::adopt_conflicts(Draft& draft, Node const& wanted) {
  Node const& now = *draft.before;
  for (std::uint8_t field : fields_with_others(now, wanted)) {
    auto const values = field_values(wanted, field);
    if (values.size() == 1) {
      draft.settled.push_back(field);
    } else if (!holds_same(values, field_values(now, field))) {
      for (auto const& one : values) draft.values.push_back({field, one.dot, one.value});
    }
  }
}

bool shows_same(Node const& a, Node const& b) {
  if (&a == &b) return true;
  if (a.is_alive() != b.is_alive() || !same_data(a, b)) return false;
  for (std::uint8_t field : fields_with_others(a, b))
    if (!holds_same(field_values(a, field), field_values(b, field))) return false;
  return true;
}

void Drafts::retrace_field(Draft& draft, std::uint8_t field, std::vector<FieldValue> const& left, std::vector<FieldValue> wanted) {
  Node const& now = *draft.before;
  auto standing = different_values(now, field);
  if (!holds_same(field_values(now, field), left)) {
    // Others wrote here as well. Where ours stands beside theirs it is withdrawn; where theirs has replaced it nothing is left to take back.
    auto const ours = std::find_if(standing.begin(), standing.end(), [&](FieldValue const& one) { return left.size() == 1 && one.value == left[0].value; });
    if (ours == standing.end() || standing.size() < 2) return;
    standing.erase(ours);
    wanted = std::move(standing);
  }
  draft.after->info().fields[field].set(draft.after->data(), wanted[0].value);
  if (wanted.size() == 1) return draft.settled.push_back(field);
  for (auto const& one : wanted) draft.values.push_back({field, one.dot, one.value});
}

void Drafts::retrace(Node const& left, Node const* wanted) {
  Draft* const draft = open({left.type, left.id});
  if (!draft) return;
  if (!wanted || !wanted->is_alive()) {
    // What a step has made is unmade only while nobody else has worked on it.
    if (left.is_alive()) return;
  } else if (!left.is_alive()) {
    draft->alive = true;
  }
  if (!wanted) return;
  auto fields = changed_fields(left, *wanted);
  for (std::uint8_t field : fields_with_others(left, *wanted))
    if (!holds_same(field_values(left, field), field_values(*wanted, field))) fields.push_back(field);
  sort_list(fields);
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  for (std::uint8_t field : fields) {
    retrace_field(*draft, field, field_values(left, field), field_values(*wanted, field));
    if (draft->after->get(field) == wanted->get(field)) take_misfit(*draft->after, wanted->info().fields[field].key, wanted);
  }
}

// New dots for everything written. Of values that stand side by side each old dot gets a new one, in the same order, so that every copy shows the same.
CausalPtr Drafts::stamps_of(Draft& draft, std::vector<std::uint8_t> fields) {
  std::vector<Dot> old;
  fields.insert(fields.end(), draft.settled.begin(), draft.settled.end());
  for (auto const& one : draft.values) fields.push_back(one.field), old.push_back(one.dot);
  auto const rises = [](Dot a, Dot b) { return a.counter != b.counter ? a.counter < b.counter : a.replica < b.replica; };
  sort_list(old, rises);
  old.erase(std::unique(old.begin(), old.end()), old.end());
  sort_list(fields);
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  CausalPtr causal = draft.before->causal;
  std::vector<Dot> fresh;
  for (std::size_t i = 0; i < old.size(); ++i) {
    causal = written_by(*causal, author_.replica, {});
    fresh.push_back(causal->alive.front());
  }
  causal = written_by(*causal, author_.replica, with_groups(draft.after->info(), std::move(fields)));
  if (old.empty()) return causal;
  auto stamped = std::make_shared<Causal>(*causal);
  for (std::size_t i = 0; i < draft.values.size();) {
    std::uint8_t const field = draft.values[i].field;
    std::vector<FieldValue> values;
    for (; i < draft.values.size() && draft.values[i].field == field; ++i) {
      auto const place = static_cast<std::size_t>(std::find(old.begin(), old.end(), draft.values[i].dot) - old.begin());
      values.push_back({fresh[place], draft.values[i].value});
    }
    set_field_values(*draft.after, *stamped, field, std::move(values));
  }
  return stamped;
}

// A field with several values keeps them all, each leading to the new record.
void Drafts::redirect(RecordKey from, Ulid to) {
  auto const move_on = [&](Node const& node, std::uint8_t field) {
    Draft* const draft = node.id == from.id ? nullptr : open({node.type, node.id});
    if (!draft) return;
    Ulid const target = node.id == to ? Ulid() : to;  // nothing leads to itself
    auto const several = [&] { return std::any_of(draft->values.begin(), draft->values.end(), [&](Alternative const& one) { return one.field == field; }); };
    if (!several() && field_state(node, field) == FieldState::conflict) put_values(*draft, field, field_values(node, field));
    for (auto& one : draft->values)
      if (one.field == field) replace_reference(one.value, from.id, target);
    if (several()) return;
    Value value = draft->after->get(field);
    replace_reference(value, from.id, target);
    put_value(*draft->after, field, value);
  };
  for (auto const& referrer : referrers(document_, from.type, from.id)) move_on(*referrer.node, referrer.field);
  // What stands beside the shown value of a field may lead there, too.
  for (auto const& table : document_.tables)
    table.for_each([&](NodePtr const& node) {
      int moved = -1;
      for (auto const& other : node->causal->others) {
        Value value = other.value;
        replace_reference(value, from.id, to);
        if (moved != other.field && !(value == other.value)) move_on(*node, static_cast<std::uint8_t>(moved = other.field));
      }
    });
}

void Drafts::put_values(Draft& draft, std::uint8_t field, std::vector<FieldValue> const& values) {
  for (auto const& one : values) draft.values.push_back({field, one.dot, one.value});
}

// All that is said on either side of a field, as if it had been written one after the other, what `keep` shows last: in all fields of a group at once.
void Drafts::put_both(Draft& draft, Node const& other, std::uint8_t field) {
  auto values = different_values(*draft.before, field);
  FieldInfo const& about = draft.before->info().fields[field];
  if (values.size() == 1 && about.rules.merge != Merge::group && about.equal(draft.before->data(), draft.before->info().blank)) values.clear();
  for (auto& one : different_values(other, field))
    if (std::none_of(values.begin(), values.end(), [&](FieldValue const& known) { return known.value == one.value; })) values.push_back(std::move(one));
  for (std::size_t i = 0; i < values.size(); ++i) values[i].dot = {author_.replica, ~static_cast<std::uint32_t>(i)};
  put_values(draft, field, values);
}

void Drafts::join(RecordType type, Ulid keep, Ulid drop) {
  if (keep == drop) return refuse("edit.same_record");
  NodePtr const* const other = index_of(type) < record_type_count ? document_.table(type).find_alive(drop) : nullptr;
  if (!other || !document_.table(type).find_alive(keep)) return refuse("edit.unknown_record");
  Draft& draft = *open({type, keep});
  RecordInfo const& info = draft.after->info();
  std::vector<std::uint8_t> disputed;
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    FieldInfo const& field = info.fields[i];
    auto const index = static_cast<std::uint8_t>(i);
    bool const open_here = field_state(*draft.before, index) == FieldState::conflict, open_there = field_state(**other, index) == FieldState::conflict;
    if (field.rules.merge == Merge::latest || (!open_there && (field.equal((*other)->data(), info.blank) || field.equal((*other)->data(), draft.after->data())))) continue;
    Value value = (*other)->get(i);
    if (!open_here && !open_there && field.equal(draft.after->data(), info.blank)) {
      put_value(*draft.after, index, value);
    } else if (field.type == ValueType::references && field.rules.merge == Merge::unite) {
      auto ids = *draft.after->get(i).as<std::vector<Ulid>>();
      auto const& more = *value.as<std::vector<Ulid>>();
      ids.insert(ids.end(), more.begin(), more.end());
      drop_repeats(ids);
      put_value(*draft.after, index, ids);
    } else {
      disputed.push_back(index);
    }
  }
  for (std::uint8_t field : with_groups(info, std::move(disputed))) put_both(draft, **other, field);
  set_alive({type, drop}, false);
  redirect({type, drop}, keep);
}

}  // namespace rancang
