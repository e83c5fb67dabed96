#pragma once
// The member "causality" of a file: takes its entries in any order and hands the stamps to the records.
// Must not know: documents, the layout of files.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "persist/record_decode.hpp"
#include "persist/record_shelf.hpp"
#include "persist/stamps.hpp"

namespace rancang {

class CausalityReader {
 public:
  CausalityReader(RecordShelf& shelf, RecordDecoder& decoder, Remarks& remarks, ReplicaId reader) : shelf_(shelf), decoder_(decoder), remarks_(remarks), reader_(reader) {}

  void begin() { given_ = true; }
  bool given() const { return given_; }

  // One entry in normal form. Kept until the records and the entry "*" are in.
  void entry(std::string_view id, std::string_view text);
  // One entry from a file line as it stands. False: not in the order of our own files, or to be looked at more closely.
  bool entry_line(std::string_view id, std::string_view text);

  // Binds about `budget` entries that had to wait; true while there are more. Needs the shelf's index.
  bool settle(std::size_t budget);
  // The id that has two entries, if any.
  std::string const& twice() const { return twice_; }
  // Stamps for a record that got none from an entry, or null when it has them.
  CausalPtr missing_causal(Node const& node);
  std::string missing_entry();  // the same for a record of an unknown type
  // Records without stamps although the file has causality.
  std::size_t unstamped() const { return unstamped_; }

 private:
  struct Pending {
    std::string id, text;
  };
  enum class Bound { done, unknown_record, bad_entry };
  Bound bind(std::string_view id, std::string_view text);
  Bound bind_foreign(std::string_view id, std::string_view text);
  bool bind_node(Node& node, std::string_view text);
  void bind_or_remark(std::string_view id, std::string_view text);
  CausalPtr fresh(Dot dot);
  ReplicaId default_replica();

  RecordShelf& shelf_;
  RecordDecoder& decoder_;
  Remarks& remarks_;
  ReplicaId reader_;
  bool given_ = false, has_default_ = false;
  CausalDefault default_;
  std::vector<Pending> pending_;
  std::size_t settled_ = 0, unstamped_ = 0;
  std::string twice_;
  std::map<Dot, CausalPtr> fresh_;
  Stamps stamps_;
  // The entry before: changes of many records at once give them equal stamps, which are then shared.
  std::string last_text_;
  RecordType last_type_ = RecordType::none;
  CausalPtr last_causal_;
};

}  // namespace rancang
