#include "edit/word_table.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "model/reference_lookup.hpp"

namespace rancang {
namespace {
std::uint32_t hash_of(std::string_view word) {  // FNV-1a; words are short
  std::uint32_t hash = 2166136261u;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

// Shown name first, so that it decides the order; the title after a line feed, which no term contains.
std::string name_of(Document const& document, RecordType target, Ulid id) {
  std::string const shown = reference_text(document, target, id);
  Node const* const node = document.find(target, id);
  std::string out = utf8::fold(shown);
  if (node && node->title() != shown) (out += '\n') += utf8::fold(node->title());
  return out;
}

// The first bytes as a number that sorts as they do.
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = (key << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
  return key;
}
}  // namespace

WordTable::Word WordTable::append(std::string_view text, Owner owner) {
  owners_.push_back(owner);
  entries_.push_back({static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(text.size())});
  arena_ += text;
  ranks_valid_ = false;
  return static_cast<Word>(entries_.size() - 1);
}

void WordTable::grow_slots() {
  std::vector<Word> const old = std::exchange(slots_, std::vector<Word>(std::max<std::size_t>(1024, slots_.size() * 2)));
  for (Word stored : old) {
    if (stored == 0) continue;
    std::size_t at = hash_of(text(stored - 1)) & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = stored;
  }
}

WordTable::Word WordTable::word(std::string_view folded) {
  if ((word_count_ + 1) * 3 > slots_.size() * 2) grow_slots();
  std::size_t at = hash_of(folded) & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (text(slots_[at] - 1) == folded) return slots_[at] - 1;
  Word const fresh = append(folded, nobody);
  slots_[at] = fresh + 1;
  ++word_count_;
  return fresh;
}

WordTable::Word WordTable::reference(Document const& document, RecordType target, Ulid id, Owner owner) {
  auto const [at, fresh] = references_.emplace(Name{id, owner}, 0);
  if (!fresh) return at->second;
  if (std::find(referring_.begin(), referring_.end(), owner) == referring_.end()) referring_.push_back(owner);
  return at->second = append(name_of(document, target, id), owner);
}

bool WordTable::rename(Document const& document, RecordType target, Ulid id) {
  bool renamed = false;
  for (Owner owner : referring_) {
    auto const at = references_.find({id, owner});
    if (at == references_.end()) continue;
    std::string const name = name_of(document, target, id);
    if (text(at->second) == name) continue;
    entries_[at->second] = {static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(name.size())};
    arena_ += name;
    ranks_valid_ = false;
    renamed = true;
  }
  return renamed;
}

std::vector<std::uint8_t> WordTable::matches(std::vector<std::string> const& terms) const {
  std::vector<std::uint8_t> out(entries_.size(), 0);
  for (std::size_t term = 0; term < terms.size() && term < most_terms; ++term)
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].size >= terms[term].size() && text(static_cast<Word>(i)).find(terms[term]) != std::string_view::npos) out[i] = static_cast<std::uint8_t>(out[i] | (1u << term));
  return out;
}

std::vector<std::uint32_t> const& WordTable::ranks() {
  if (std::exchange(ranks_valid_, true)) return ranks_;
  struct Key {
    std::uint64_t first;
    Word word;
  };
  std::vector<Key> keys(entries_.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {first_bytes(text(static_cast<Word>(i))), static_cast<Word>(i)};
  std::sort(keys.begin(), keys.end(), [&](Key const& a, Key const& b) {
    if (a.first != b.first) return a.first < b.first;
    int const order = text(a.word).compare(text(b.word));
    return order != 0 ? order < 0 : a.word < b.word;
  });
  ranks_.resize(keys.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {  // names of records may be alike: the same rank
    if (i > 0 && text(keys[i].word) != text(keys[i - 1].word)) ++rank;
    ranks_[keys[i].word] = rank;
  }
  return ranks_;
}

std::size_t WordTable::memory_bytes() const {
  return arena_.capacity() + entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(Word) + ranks_.capacity() * sizeof(std::uint32_t) +
         owners_.capacity() + references_.size() * (sizeof(Name) + 4 * sizeof(void*));
}

}  // namespace rancang
