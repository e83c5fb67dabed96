#pragma once
// Which records bear the same name, and which bear one that is nearly the same; kept along with the edits.
// Must not know: findings, severities.
#include <array>
#include <utility>
#include <vector>

#include "model/document.hpp"
#include "rules/similar_names.hpp"
#include "rules/usage.hpp"

namespace rancang {

// What is compared within a record type.
enum class NameKind : std::uint8_t { title, short_name, code };
constexpr std::size_t name_kind_count = 3;
// Field index of a kind, −1 where it need not be unique. Titles: all types whose title is required, except programmes of the RPJMD, which
// stand under several of its objectives.
int name_field(RecordType type, NameKind kind);

// The answers of NameIndex::equal_to() for a whole document: by type and kind, one for each checked record in order of id; empty where no name is used twice.
using EqualNames = std::array<std::array<std::vector<Ulid>, name_kind_count>, record_type_count>;

class NameIndex {
 public:
  // Past this many names of one type nearly equal ones are no longer looked for; equal ones always are.
  static constexpr std::size_t most_for_similar = 20'000;
  // A word group shared by more names than this says nothing about a single pair.
  static constexpr std::size_t most_in_bucket = 16;

  // Also gives what equal_to() would answer, which costs far less for all records together than one by one.
  EqualNames rebuild(Document const& document);
  // Takes the names of `before` out and puts those of `after` in (null or unchecked = none); adds to `touched` whose answers may have changed.
  // false: the number of names crossed most_for_similar, everything is to be rebuilt.
  [[nodiscard]] bool replace(Node const* before, Node const* after, Usage::Touched& touched);

  // The next record with the same name, around in a circle; null = the name is unique or empty.
  Ulid equal_to(Node const& node, NameKind kind) const;
  // The first record by id whose title is similar but not equal; null = none.
  Ulid similar_to(Document const& document, Node const& node) const;

 private:
  struct Entry {
    std::uint64_t key;
    Ulid id;
    friend bool operator<(Entry const& a, Entry const& b) { return a.key != b.key ? a.key < b.key : a.id < b.id; }
  };
  struct Half : Entry {
    HalfName name;
  };
  struct PerType {
    std::array<std::vector<Entry>, name_kind_count> equal;  // sorted
    std::vector<Half> similar;                              // sorted; empty when there are too many names
  };

  void touch_equal(RecordType type, NameKind kind, Entry entry, Usage::Touched& touched) const;
  void touch_similar(RecordType type, std::uint64_t key, Usage::Touched& touched) const;
  static std::vector<Ulid> index_equal(Table const& table, NameKind kind, std::vector<Entry>& equal);
  void put(Node const& node, NameKind kind, Usage::Touched& touched);
  void take(Node const& node, NameKind kind, Usage::Touched& touched);

  std::array<PerType, record_type_count> types_;
};

}  // namespace rancang
