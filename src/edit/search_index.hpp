#pragma once
// SearchIndex: where each record of one type stands by id, and the words of each record as numbers into one vocabulary.
// A text filter looks at each distinct word once, then at numbers; a sort by text compares ranks of words. The name of a record referred to is one
// word, so renaming an agency touches one entry. The words are read lazily: prepare() does a part of it in idle moments.
// Must not know: queries, labels, screens, particular records.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edit/word_table.hpp"
#include "model/change_set.hpp"

namespace rancang {

class SearchIndex {
 public:
  using Slot = std::uint32_t;  // stays with a record as long as it lives
  using Word = WordTable::Word;
  static constexpr Slot no_slot = 0xFFFFFFFF;

  // What people read in text fields that hold something else (by record and field); null = every text is read as it stands. It outlives the index;
  // when it changes, open() reads anew.
  using Spoken = std::map<std::pair<Ulid, int>, std::string>;

  explicit SearchIndex(RecordType type, Spoken const* spoken = nullptr);
  void open(Document const& document);

  std::size_t size() const { return by_id_.size(); }         // alive records
  std::size_t slot_count() const { return nodes_.size(); }   // freed ones included
  Node const* node(Slot slot) const { return nodes_[slot]; }  // null = freed
  Slot find(Ulid id) const;
  std::vector<Slot> const& by_id() const { return by_id_; }  // alive records in order of id

  // One record came, changed or went.
  Slot insert(Document const& document, NodePtr node);
  void replace(Document const& document, Slot slot, NodePtr node);
  void remove(Slot slot);
  // Many of them at once, in one pass.
  void update(Document const& document, ChangeSet const& changes);
  // A record of any type may have got another name: true if a record of ours refers to it and the name differs.
  bool rename(Document const& document, RecordChange const& change) { return words_.rename(document, change.type(), change.id()); }

  // Reads the words of up to `records` more records; true when none is left.
  bool prepare(Document const& document, std::size_t records);
  bool is_prepared() const { return prepared_ == nodes_.size(); }

  // ---- with everything prepared ----
  static std::vector<std::string> terms_of(std::string_view text);  // folded words of a search text, at most WordTable::most_terms
  // Keeps the slots in which every term occurs in some word (of that field; −1 = of any).
  void filter(std::vector<Slot>& slots, std::vector<std::string> const& terms, int field) const;
  bool matches(Slot slot, std::vector<std::string> const& terms, int field) const;
  // Word numbers of one field, in order; the position is 0 first and moves on. False at the end.
  bool next_word(Slot slot, int field, std::size_t& position, Word& word) const;
  int compare(Slot a, Slot b, int field) const;  // of one field, word by word; nothing comes before something
  WordTable& words() { return words_; }

  std::size_t memory_bytes() const;

 private:
  using Unit = std::uint16_t;
  // Units of a record: names that fields refer to (the word knows its field); then below 0x100 a field's index and its words, field after field;
  // end_mark closes. Rare words take two units.
  static constexpr Unit end_mark = 0xFF, first_word = 0x100, wide_word = 0xC000;

  bool is_named(int field) const { return (named_ >> field & 1) != 0; }
  void keep(Slot slot, NodePtr node);
  void read_words(Document const& document, Slot slot);
  void put_field(Document const& document, FieldInfo const& field, void const* record, WordTable::Owner owner);
  void put(Word word);
  static Word take(Unit const*& at);
  Unit const* units_of(Slot slot) const { return units_.data() + starts_[slot]; }
  void drop_units(Slot slot);
  void compact();
  void sort_by_id();
  void forget(std::vector<Slot> const& gone);
  void let_go(Slot slot);

  RecordType type_;
  Spoken const* spoken_;
  std::uint64_t named_ = 0;  // bit i: field i refers; its words are names, before the first mark
  Table base_;                               // keeps alive what stood in it at open(), edited since or not
  std::unordered_map<Slot, NodePtr> newer_;  // and these the rest
  std::vector<Node const*> nodes_;
  std::vector<std::uint32_t> starts_;  // into units_
  std::vector<Slot> by_id_, free_;
  std::vector<Unit> units_;
  std::size_t prepared_ = 0;       // slots below have their words in units_
  std::size_t dropped_units_ = 0;  // of texts that are no more
  WordTable words_;
  std::string scratch_;
};

}  // namespace rancang
