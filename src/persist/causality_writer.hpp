#pragma once
// The member "causality" of a file: decides what goes without saying and writes the rest, one entry a line.
// Must not know: the layout of the rest of the file.
#include <span>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "persist/stamps.hpp"

namespace rancang {

class CausalityWriter {
 public:
  // Looks at all records that will be written: the creator of most of them becomes the default, everyone else gets a short name.
  void prepare(std::span<Node const* const> nodes, std::span<ForeignRecord const> foreign);
  void append_default(std::string& out) const { rancang::append_default(out, default_); }
  // "<id>":… on a line of its own, after the line end of the entry before; nothing for a record that the default covers.
  void append_entry(std::string& out, Node const& node);
  void append_entry(std::string& out, ForeignRecord const& record);

 private:
  bool is_default(Node const& node);
  bool is_default(Stamps const& stamps) const { return stamps.is_fresh() && stamps.base == Dot{default_.created_by, 1}; }
  void append_line(std::string& out, std::string_view id);

  CausalDefault default_;
  Stamps stamps_;
  Causal const* last_ = nullptr;  // the record before had these
  bool last_is_default_ = false;
};

}  // namespace rancang
