#include "edit/drafts.hpp"

#include <algorithm>
#include <iterator>

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "model/merge.hpp"
#include "model/slice.hpp"

namespace rancang {
namespace {
struct Place {
  std::int64_t order;
  Ulid id;
  friend bool operator<(Place const& a, Place const& b) { return a.order != b.order ? a.order < b.order : a.id < b.id; }
};

std::int64_t order_of(Node const& node) {
  int const field = node.info().role_field(Role::order);
  if (field < 0) return 0;
  return *static_cast<std::int64_t const*>(node.info().fields[static_cast<std::size_t>(field)].peek(node.data()));
}

std::vector<Place> places(Document const& document, RecordType type) {
  std::vector<Place> out;
  document.table(type).for_each([&](NodePtr const& node) { out.push_back({order_of(*node), node->id}); });
  sort_list(out);
  return out;
}

std::string const* extra_of(Node const& node, std::string_view key) {
  if (!node.extras) return nullptr;
  auto const at = std::find_if(node.extras->begin(), node.extras->end(), [&](auto const& member) { return member.first == key; });
  return at == node.extras->end() ? nullptr : &at->second;
}

// Fields whose value of a newer version, which fits none of ours, differs though what is known of it does not.
void differing_misfits(Node const& a, Node const& b, std::vector<std::uint8_t>& out) {
  if (!a.extras && !b.extras) return;
  auto const fields = a.info().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto const *one = extra_of(a, fields[i].key), *other = extra_of(b, fields[i].key);
    if (one && other ? *one != *other : one != other) out.push_back(static_cast<std::uint8_t>(i));
  }
}
}  // namespace

void take_misfit(Node& node, std::string_view key, Node const* from) {
  static Extras const none;
  auto const is = [&](auto const& member) { return member.first == key; };
  auto const& ours = node.extras ? *node.extras : none;
  auto const& theirs = from && from->extras ? *from->extras : none;
  auto const wanted = std::find_if(theirs.begin(), theirs.end(), is);
  if (wanted == theirs.end() && std::none_of(ours.begin(), ours.end(), is)) return;
  Extras extras;
  std::remove_copy_if(ours.begin(), ours.end(), std::back_inserter(extras), is);
  if (wanted != theirs.end()) extras.push_back(*wanted);
  node.extras = extras.empty() ? nullptr : std::make_shared<Extras const>(std::move(extras));
}

void Drafts::refuse(std::string id, std::vector<std::string> args) {
  if (!failure_) failure_ = error(std::move(id), std::move(args));
}

Drafts::Draft* Drafts::open(RecordKey key) {
  auto const known = index_.find(key.id);
  if (known != index_.end()) return &drafts_[known->second];
  if (index_of(key.type) >= record_type_count) return refuse("edit.unknown_record"), nullptr;
  NodePtr const* const node = document_.table(key.type).find(key.id);
  if (!node) return refuse("edit.unknown_record"), nullptr;
  index_.emplace(key.id, drafts_.size());
  drafts_.push_back({*node, clone_node(**node), (*node)->is_alive()});
  return &drafts_.back();
}

void Drafts::put_value(Node& node, std::uint8_t field, Value const& value) {
  auto const fields = node.info().fields;
  if (field >= fields.size()) return refuse("edit.unknown_field");
  FieldInfo const& about = fields[field];
  if (auto const* text = value.as<std::string>(); text && utf8::length(*text) > about.rules.max_length)
    return refuse("edit.too_long", {std::string(about.key), std::to_string(about.rules.max_length)});
  if (!about.set(node.data(), value)) refuse("edit.wrong_type", {std::string(about.key)});
  take_misfit(node, about.key, nullptr);
}

void Drafts::write(CellWrite const& cell) {
  Draft* const draft = open({cell.type, cell.id});
  if (!draft) return;
  auto const extras = draft->after->extras;
  put_value(*draft->after, cell.field, cell.value);
  if (!draft->before) return;
  if (draft->after->extras != extras) draft->settled.push_back(cell.field);
  // Writing the value that is shown anyway settles a conflict, too.
  for (auto const& other : draft->before->causal->others)
    if (other.field == cell.field) draft->settled.push_back(cell.field);
}

std::int64_t Drafts::order_after(RecordType type, Ulid after) {
  auto const all = places(document_, type);
  auto& last = last_order_[index_of(type)];
  if (!all.empty()) last = std::max(last, all.back().order);
  auto const at = std::find_if(all.begin(), all.end(), [&](Place const& place) { return place.id == after; });
  if (!after || at == all.end() || at + 1 == all.end()) return last += order_gap;
  std::int64_t const gap = (at + 1)->order - at->order;
  return gap > 1 ? at->order + gap / 2 : at->order;  // no room: equal order, the id decides; a later move makes room
}

void Drafts::create(NewRecord const& record, Ulid after) {
  if (index_of(record.type) >= record_type_count) return refuse("edit.unknown_record");
  auto node = make_node(record.type, record.id ? record.id : author_.new_id());
  int const order = node->info().role_field(Role::order);
  if (order >= 0) {
    // A long paste asks once for the end of the table and counts on from there.
    auto const known = last_order_.find(index_of(record.type));
    std::int64_t const value = !after && known != last_order_.end() ? (known->second += order_gap) : order_after(record.type, after);
    put_value(*node, static_cast<std::uint8_t>(order), value);
  }
  for (auto const& [field, value] : record.values) put_value(*node, field, value);
  claim_for_scope(document_, *node);
  index_.emplace(node->id, drafts_.size());
  drafts_.push_back({nullptr, std::move(node), true});
}

void Drafts::duplicate(RecordKey key, std::string const& title_suffix) {
  Node const* const original = index_of(key.type) < record_type_count ? document_.find(key.type, key.id) : nullptr;
  if (!original || !original->is_alive()) return refuse("edit.unknown_record");
  NewRecord copy{key.type, author_.new_id(), {}};
  auto const fields = original->info().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].rules.role == Role::order) continue;
    Value value = original->get(i);
    if (auto* text = std::get_if<std::string>(&value.data); text && fields[i].rules.role == Role::title)
      *text = std::string(utf8::cut(*text, fields[i].rules.max_length - utf8::length(title_suffix))) + title_suffix;
    copy.values.emplace_back(static_cast<std::uint8_t>(i), std::move(value));
  }
  create(copy, key.id);
}

void Drafts::set_alive(RecordKey key, bool alive) {
  if (Draft* const draft = open(key)) draft->alive = alive;
}

void Drafts::move(RecordType type, std::vector<Ulid> const& ids, Ulid before) {
  if (index_of(type) >= record_type_count) return refuse("edit.unknown_record");
  int const order = record_info(type).role_field(Role::order);
  if (order < 0) return refuse("edit.read_only_type");
  auto all = places(document_, type);
  auto const moves = [&](Place const& place) { return std::find(ids.begin(), ids.end(), place.id) != ids.end(); };
  all.erase(std::remove_if(all.begin(), all.end(), moves), all.end());
  auto const at = std::find_if(all.begin(), all.end(), [&](Place const& place) { return before && place.id == before; });
  auto const index = static_cast<std::size_t>(at - all.begin());
  auto const count = static_cast<std::int64_t>(ids.size());
  std::int64_t const low = index == 0 ? (all.empty() ? 0 : all.front().order - order_gap * (count + 1)) : all[index - 1].order;
  std::int64_t const high = index == all.size() ? low + order_gap * (count + 1) : all[index].order;
  if (high - low > count) {
    for (std::int64_t i = 0; i < count; ++i) write({type, ids[static_cast<std::size_t>(i)], static_cast<std::uint8_t>(order), Value(low + (high - low) / (count + 1) * (i + 1))});
    return;
  }
  // No room between the neighbours: the whole table is numbered anew, once.
  std::vector<Ulid> sequence;
  for (std::size_t i = 0; i <= all.size(); ++i) {
    if (i == index) sequence.insert(sequence.end(), ids.begin(), ids.end());
    if (i < all.size()) sequence.push_back(all[i].id);
  }
  for (std::size_t i = 0; i < sequence.size(); ++i) write({type, sequence[i], static_cast<std::uint8_t>(order), Value(order_gap * static_cast<std::int64_t>(i + 1))});
}

void Drafts::adopt(Node const& wanted, bool unknown_members) {
  if (!document_.find(wanted.type, wanted.id)) {
    auto node = clone_node(wanted);
    index_.emplace(node->id, drafts_.size());
    drafts_.push_back({nullptr, std::move(node), wanted.is_alive()});
    return;
  }
  Draft* const draft = open({wanted.type, wanted.id});
  if (!draft) return;
  auto const fields = wanted.info().fields;
  for (auto const field : changed_fields(*draft->after, wanted)) {
    fields[field].set(draft->after->data(), fields[field].get(wanted.data()));
    take_misfit(*draft->after, fields[field].key, &wanted);
  }
  if (unknown_members) {
    draft->after->extras = wanted.extras;
    draft->members = true;
    differing_misfits(*draft->before, wanted, draft->settled);
  }
  draft->alive = wanted.is_alive();
  adopt_conflicts(*draft, wanted);
}

ChangeSet Drafts::stamped() {
  ChangeSet out;
  for (auto& draft : drafts_) {
    if (!draft.before) {
      draft.after->causal = draft.alive ? author_.fresh : deleted_by(*author_.fresh, author_.replica);
    } else {
      auto const fields = changed_fields(*draft.before, *draft.after);
      Causal const& stamps = *draft.before->causal;
      bool const silent = fields.empty() && draft.settled.empty() && draft.values.empty();
      if (silent && draft.alive == draft.before->is_alive() && draft.after->extras == draft.before->extras) continue;
      draft.after->causal = stamps_of(draft, fields);
      if (!draft.alive) draft.after->causal = deleted_by(silent ? stamps : *draft.after->causal, author_.replica);
      if (draft.members && author_.unknown && draft.after->extras != draft.before->extras)
        draft.after->extras = author_.unknown->returned(*draft.before, *draft.after, {author_.replica, draft.after->causal->counter_of(author_.replica)});
    }
    out.records.push_back({std::move(draft.before), std::move(draft.after)});
  }
  return out;
}

}  // namespace rancang
