#pragma once
// WordTable: distinct words, and names of records referred to, as small numbers: the vocabulary of a SearchIndex.
// Must not know: which records use the words, queries, screens.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.hpp"

namespace rancang {

class WordTable {
 public:
  using Word = std::uint32_t;
  static constexpr std::size_t most_terms = 7;
  // Whom a word belongs to: the field that refers (its index), a list that refers somewhere inside, or nobody in particular.
  using Owner = std::uint8_t;
  static constexpr Owner any_list = 0xFE, nobody = 0xFF;

  std::size_t size() const { return entries_.size(); }
  Word word(std::string_view folded);  // the number of a word without blanks; a new one gets the next
  // The name of a record as one word of its owner's: what is shown, then its title; both folded.
  Word reference(Document const& document, RecordType target, Ulid id, Owner owner);
  Owner owner(Word word) const { return owners_[word]; }
  // The record may have got another name. True if so, and somebody refers to it.
  bool rename(Document const& document, RecordType target, Ulid id);

  std::string_view text(Word word) const { return std::string_view(arena_).substr(entries_[word].begin, entries_[word].size); }
  // Per word: bit i = the word contains terms[i].
  std::vector<std::uint8_t> matches(std::vector<std::string> const& terms) const;
  // Per word: its position in the alphabetical order of all words. Sorted when asked for after words came in.
  std::vector<std::uint32_t> const& ranks();
  std::size_t memory_bytes() const;

 private:
  struct Entry {
    std::uint32_t begin, size;
  };
  struct Name {
    Ulid id;
    Owner owner;
    friend bool operator==(Name const& a, Name const& b) { return a.id == b.id && a.owner == b.owner; }
  };
  struct NameHash {
    std::size_t operator()(Name const& name) const { return UlidHash()(name.id) * 31 + name.owner; }
  };
  Word append(std::string_view text, Owner owner);
  void grow_slots();

  std::string arena_;
  std::vector<Entry> entries_;
  std::vector<Word> slots_;  // open addressing: word + 1, 0 = free; a power of two
  std::size_t word_count_ = 0;  // entries in slots_ (names of records are not)
  std::vector<Owner> owners_;  // per word
  std::unordered_map<Name, Word, NameHash> references_;
  std::vector<Owner> referring_;  // owners in references_
  std::vector<std::uint32_t> ranks_;
  bool ranks_valid_ = false;
};

}  // namespace rancang
