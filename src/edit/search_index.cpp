#include "edit/search_index.hpp"

#include <algorithm>

#include "base/order.hpp"
#include "edit/word_scan.hpp"

namespace rancang {
namespace {
constexpr std::uint32_t no_units = 0xFFFFFFFF;
constexpr std::size_t sample = 1024;  // records after which the size of all units is known well enough
}  // namespace

SearchIndex::SearchIndex(RecordType type, Spoken const* spoken) : type_(type), spoken_(spoken) {
  auto const fields = record_info(type).fields;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].type == ValueType::reference || fields[i].type == ValueType::references) named_ |= std::uint64_t{1} << i;
}

void SearchIndex::open(Document const& document) {
  *this = SearchIndex(type_, spoken_);
  base_ = document.table(type_);
  nodes_.reserve(base_.size());
  by_id_.reserve(base_.size());
  base_.for_each([&](NodePtr const& node) {
    by_id_.push_back(static_cast<Slot>(nodes_.size()));
    nodes_.push_back(node.get());
  });
  starts_.assign(nodes_.size(), no_units);
}

SearchIndex::Slot SearchIndex::find(Ulid id) const {
  auto const at = std::lower_bound(by_id_.begin(), by_id_.end(), id, [&](Slot slot, Ulid key) { return nodes_[slot]->id < key; });
  return at != by_id_.end() && nodes_[*at]->id == id ? *at : no_slot;
}

void SearchIndex::keep(Slot slot, NodePtr node) {
  nodes_[slot] = node.get();
  newer_[slot] = std::move(node);
}

SearchIndex::Slot SearchIndex::insert(Document const& document, NodePtr node) {
  bool const was_prepared = is_prepared();
  Slot slot = static_cast<Slot>(nodes_.size());
  if (!free_.empty()) {
    slot = free_.back();
    free_.pop_back();
  } else {
    nodes_.push_back(nullptr);
    starts_.push_back(no_units);
    if (was_prepared) ++prepared_;
  }
  auto const at = std::lower_bound(by_id_.begin(), by_id_.end(), node->id, [&](Slot other, Ulid key) { return nodes_[other]->id < key; });
  by_id_.insert(at, slot);
  keep(slot, std::move(node));
  if (slot < prepared_) read_words(document, slot);
  return slot;
}

void SearchIndex::replace(Document const& document, Slot slot, NodePtr node) {
  keep(slot, std::move(node));
  if (slot < prepared_) read_words(document, slot);
}

void SearchIndex::remove(Slot slot) {
  auto const at = std::lower_bound(by_id_.begin(), by_id_.end(), nodes_[slot]->id, [&](Slot other, Ulid key) { return nodes_[other]->id < key; });
  by_id_.erase(at);
  let_go(slot);
}

void SearchIndex::let_go(Slot slot) {
  drop_units(slot);
  nodes_[slot] = nullptr;
  newer_.erase(slot);
  free_.push_back(slot);
}

void SearchIndex::update(Document const& document, ChangeSet const& changes) {
  std::vector<NodePtr> fresh;
  std::vector<Slot> gone;
  for (auto const& change : changes.records) {
    if (change.type() != type_) continue;
    bool const alive = change.after && change.after->is_alive();
    Slot const slot = find(change.id());
    if (slot == no_slot) {
      if (alive) fresh.push_back(change.after);
    } else if (alive) {
      replace(document, slot, change.after);
    } else {
      gone.push_back(slot);
    }
  }
  forget(gone);
  bool const was_prepared = is_prepared();
  for (auto& node : fresh) {
    starts_.push_back(no_units);
    by_id_.push_back(static_cast<Slot>(nodes_.size()));
    nodes_.push_back(nullptr);
    keep(by_id_.back(), std::move(node));
  }
  if (!fresh.empty()) sort_by_id();
  if (was_prepared) prepare(document, fresh.size());
}

void SearchIndex::forget(std::vector<Slot> const& gone) {
  for (Slot slot : gone) let_go(slot);
  if (!gone.empty()) by_id_.erase(std::remove_if(by_id_.begin(), by_id_.end(), [&](Slot slot) { return !nodes_[slot]; }), by_id_.end());
}

void SearchIndex::sort_by_id() {
  sort_list(by_id_, [&](Slot a, Slot b) { return nodes_[a]->id < nodes_[b]->id; });
}

bool SearchIndex::prepare(Document const& document, std::size_t records) {
  for (; records > 0 && prepared_ < nodes_.size(); --records, ++prepared_) {
    if (nodes_[prepared_]) read_words(document, static_cast<Slot>(prepared_));
    if (prepared_ + 1 == sample) units_.reserve(units_.size() / sample * (nodes_.size() + nodes_.size() / 16));
  }
  return is_prepared();
}

void SearchIndex::put(Word word) {
  if (word < wide_word - first_word) return units_.push_back(static_cast<Unit>(word + first_word));
  units_.push_back(static_cast<Unit>(wide_word | (word >> 16)));
  units_.push_back(static_cast<Unit>(word));
}

SearchIndex::Word SearchIndex::take(Unit const*& at) {
  Unit const unit = *at++;
  if (unit < wide_word) return static_cast<Word>(unit - first_word);
  return (static_cast<Word>(unit & 0x3FFF) << 16) | *at++;
}

void SearchIndex::put_field(Document const& document, FieldInfo const& field, void const* record, WordTable::Owner owner) {
  switch (field.type) {
    case ValueType::text:
      for_each_word(peek_text(field, record), scratch_, [&](std::string_view word) { put(words_.word(word)); });
      break;
    case ValueType::reference:
      if (Ulid const id = peek_reference(field, record)) put(words_.reference(document, field.target, id, owner));
      break;
    case ValueType::references:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i) put(words_.reference(document, field.target, *static_cast<Ulid const*>(field.row(record, i)), owner));
      break;
    case ValueType::list:
      for (std::size_t i = 0, count = field.row_count(record); i < count; ++i)
        for (FieldInfo const& inner : field.nested->fields) put_field(document, inner, field.row(record, i), WordTable::any_list);
      break;
    default: break;
  }
}

void SearchIndex::read_words(Document const& document, Slot slot) {
  drop_units(slot);
  if (dropped_units_ > units_.size() / 4 + 65'536) compact();
  starts_[slot] = static_cast<std::uint32_t>(units_.size());
  void const* const record = nodes_[slot]->data();
  auto const fields = nodes_[slot]->info().fields;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_named(static_cast<int>(i))) put_field(document, fields[i], record, static_cast<WordTable::Owner>(i));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].type != ValueType::text && fields[i].type != ValueType::list) continue;
    std::size_t const before = units_.size();
    units_.push_back(static_cast<Unit>(i));
    auto const said = spoken_ ? spoken_->find({nodes_[slot]->id, static_cast<int>(i)}) : SearchIndex::Spoken::const_iterator();
    if (spoken_ && said != spoken_->end()) for_each_word(said->second, scratch_, [&](std::string_view word) { put(words_.word(word)); });
    else put_field(document, fields[i], record, WordTable::nobody);
    if (units_.size() == before + 1) units_.pop_back();  // no words
  }
  units_.push_back(end_mark);
}

void SearchIndex::drop_units(Slot slot) {
  if (starts_[slot] == no_units) return;
  Unit const* at = units_of(slot);
  std::size_t count = 1;
  while (*at != end_mark) {  // the second unit of a rare word may look like anything
    std::size_t const width = *at >= wide_word ? 2 : 1;
    at += width, count += width;
  }
  dropped_units_ += count;
  starts_[slot] = no_units;
}

void SearchIndex::compact() {
  std::vector<Unit> kept;
  kept.reserve(units_.size() - dropped_units_ + units_.size() / 16);
  for (auto& start : starts_) {
    if (start == no_units) continue;
    Unit const* at = units_.data() + start;
    start = static_cast<std::uint32_t>(kept.size());
    for (; *at != end_mark; ++at) {
      kept.push_back(*at);
      if (*at >= wide_word) kept.push_back(*++at);
    }
    kept.push_back(end_mark);
  }
  units_ = std::move(kept);
  dropped_units_ = 0;
}

std::size_t SearchIndex::memory_bytes() const {
  return nodes_.capacity() * sizeof(Node const*) + newer_.size() * (sizeof(NodePtr) + 4 * sizeof(void*)) + (starts_.capacity() + by_id_.capacity() + free_.capacity()) * sizeof(Slot) + units_.capacity() * sizeof(Unit) + words_.memory_bytes();
}

}  // namespace rancang
