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
  static constexpr std::size_t most_terms = 16;

  std::size_t size() const { return entries_.size(); }
  Word word(std::string_view folded);  // the number of a word without blanks; a new one gets the next
  // The name of a record as one word: what is shown, then its title; both folded.
  Word reference(Document const& document, RecordType target, Ulid id);
  // The record may have got another name. True if so, and somebody refers to it.
  bool rename(Document const& document, RecordType target, Ulid id);

  std::string_view text(Word word) const { return std::string_view(arena_).substr(entries_[word].begin, entries_[word].size); }
  // Per word: bit i = the word contains terms[i].
  std::vector<std::uint16_t> matches(std::vector<std::string> const& terms) const;
  // Per word: its position in the alphabetical order of all words. Sorted when asked for after words came in.
  std::vector<std::uint32_t> const& ranks();
  std::size_t memory_bytes() const;

 private:
  struct Entry {
    std::uint32_t begin, size;
  };
  Word append(std::string_view text);
  void grow_slots();

  std::string arena_;
  std::vector<Entry> entries_;
  std::vector<Word> slots_;  // open addressing: word + 1, 0 = free; a power of two
  std::size_t word_count_ = 0;  // entries in slots_ (names of records are not)
  std::unordered_map<Ulid, Word, UlidHash> references_;
  std::vector<std::uint32_t> ranks_;
  bool ranks_valid_ = false;
};

}  // namespace rancang
