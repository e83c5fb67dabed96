#pragma once
// Drafts: the records that one command is changing, cloned once each and stamped at the end. The working bench of commands.cpp.
// Must not know: which command it serves, screens, undo.
#include <optional>
#include <unordered_map>

#include "edit/commands.hpp"
#include "model/merge.hpp"

namespace rancang {

// The same data, liveness and open alternatives; stamps aside.
bool shows_same(Node const& a, Node const& b);

// A value of a newer version that does not fit the field of this name stands in the extras: it goes when the field is written, and comes back with `from`.
void take_misfit(Node& node, std::string_view key, Node const* from);

class Drafts {
 public:
  Drafts(Document const& document, Author const& author) : document_(document), author_(author) {}

  void write(CellWrite const& cell);
  void create(NewRecord const& record, Ulid after);
  void duplicate(RecordKey key, std::string const& title_suffix);
  void set_alive(RecordKey key, bool alive);
  void move(RecordType type, std::vector<Ulid> const& ids, Ulid before);
  // Data, liveness and open conflicts as in `wanted`; of a record that is here already, members unknown to this version too if asked for: nobody undoes those.
  void adopt(Node const& wanted, bool unknown_members);
  // From `left` to `wanted` (null: deleted), for a record that is no longer as in `left`: only what still is moves on.
  void retrace(Node const& left, Node const* wanted);
  void join(RecordType type, Ulid keep, Ulid drop);

  std::optional<Error> const& failure() const { return failure_; }
  ChangeSet stamped();  // records that end as they began are left out

 private:
  struct Draft {
    NodePtr before;  // null: created by this command
    std::shared_ptr<Node> after;
    bool alive = true;
    bool members = false;  // unknown members came along with an older state
    std::vector<std::uint8_t> settled;  // fields written although they show the same: what stood beside them is answered
    std::vector<Alternative> values;    // fields that end with several values: all of them, with dots that say their order
  };
  Draft* open(RecordKey key);
  void adopt_conflicts(Draft& draft, Node const& wanted);
  void retrace_field(Draft& draft, std::uint8_t field, std::vector<FieldValue> const& left, std::vector<FieldValue> wanted);
  CausalPtr stamps_of(Draft& draft, std::vector<std::uint8_t> fields);
  void redirect(RecordKey from, Ulid to);
  static void put_values(Draft& draft, std::uint8_t field, std::vector<FieldValue> const& values);
  void put_both(Draft& draft, Node const& other, std::uint8_t field);
  void put_value(Node& node, std::uint8_t field, Value const& value);
  std::int64_t order_after(RecordType type, Ulid after);
  void refuse(std::string id, std::vector<std::string> args = {});

  Document const& document_;
  Author const& author_;
  std::vector<Draft> drafts_;
  std::unordered_map<Ulid, std::size_t, UlidHash> index_;
  std::unordered_map<std::size_t, std::int64_t> last_order_;  // by record type: highest order handed out so far
  std::optional<Error> failure_;
};

}  // namespace rancang
