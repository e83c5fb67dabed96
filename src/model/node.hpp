#pragma once
// Node: one stored record = id, type, data, causal stamps, members of the file that this version does not know. Immutable once shared.
// Must not know: documents, files, screens.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/causal.hpp"
#include "model/records.hpp"

namespace rancang {

// Members of a JSON record that no field of ours names: key → JSON text, kept for the next writer.
using Extras = std::vector<std::pair<std::string, std::string>>;

class Node {
 public:
  Ulid id;
  RecordType type;
  CausalPtr causal;
  std::shared_ptr<Extras const> extras;  // null in nearly all records

  void const* data() const { return data_; }
  void* data() { return data_; }
  RecordInfo const& info() const { return record_info(type); }
  bool is_alive() const { return causal && causal->is_alive(); }
  template <class R>
  R const& as() const { return *static_cast<R const*>(data_); }
  template <class R>
  R& as() { return *static_cast<R*>(data_); }
  Value get(std::size_t field) const { return info().fields[field].get(data_); }
  // The text of the field with Role::title, without a copy when it is a text field.
  std::string_view title() const;

 protected:
  Node(RecordType record_type_, void* data) : type(record_type_), data_(data) {}
  ~Node() = default;  // owned through the typed shared_ptr that made it

 private:
  void* data_;
};
using NodePtr = std::shared_ptr<Node const>;

// A new, empty record of a type; a copy of a record to be changed before it is shared.
std::shared_ptr<Node> make_node(RecordType type, Ulid id);
std::shared_ptr<Node> clone_node(Node const& node);
bool same_data(Node const& a, Node const& b);                             // all fields equal (stamps and extras aside)
std::vector<std::uint8_t> changed_fields(Node const& a, Node const& b);   // indexes, sorted

}  // namespace rancang
