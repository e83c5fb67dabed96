#pragma once
// The entry of one record in the file's "causality" (FORMAT.md 5): text ↔ stamps by field name ↔ Causal.
// Must not know: documents, where entries stand in a file.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/merge.hpp"
#include "persist/record_decode.hpp"
#include "persist/short_names.hpp"

namespace rancang {

// Stamps as the file names them: by key, so that those of fields and records unknown here are kept as well. Replica ids are the eight-character ones.
struct Stamps {
  struct Other {
    std::string key, json;
    Dot dot;
  };
  std::vector<Dot> seen;
  Dot base;
  std::vector<std::pair<std::string, Dot>> fields;
  std::vector<Dot> alive;
  std::vector<Other> others;

  void clear();
  bool is_fresh() const;  // created by one replica in one stroke and never touched again
};

// Text in normal form. False: not an entry, a key given twice, or a replica without a name. `seen` is raised to cover all stamps.
bool parse_stamps(std::string_view text, ShortNames const& names, Stamps& out);
void append_stamps(std::string& out, Stamps const& stamps, ShortNames const& names);

// The parts "stamps" and "others" alone, as Node::extras keeps them for fields unknown here.
bool parse_field_stamps(std::string_view text, ShortNames const& names, Stamps& out);
bool parse_others(std::string_view text, ShortNames const& names, Stamps& out);
void append_field_stamps(std::string& out, Stamps const& stamps, ShortNames const& names, char before);  // members only; `before` = '\0' for none
void append_others(std::string& out, std::vector<Stamps::Other> const& others, ShortNames const& names);

// By field, dot, value: the order of Causal::others.
bool comes_before(Alternative const& a, Alternative const& b);

// A value of one of our fields that this version can't take whole: what of it can be known, as a field and Causal::others hold it, and all of it as text.
struct Misfit {
  Alternative known;
  std::string json;
  friend bool operator<(Misfit const& a, Misfit const& b) { return a.known == b.known ? a.json < b.json : comes_before(a.known, b.known); }
};
// Those that stand beside the shown value, sorted. What Causal::others does not name any more was settled since.
std::vector<Misfit> misfits_beside(Node const& node);
// What a field shows of a text that may not fit it: all, the known part of rows, or nothing.
Value known_part(FieldInfo const& field, RecordType type, std::string_view json);

// Stamps of a record, those of unknown fields (Node::extras) included; `fresh_by` stands in for a node without stamps.
void read_stamps(Node const& node, ReplicaId fresh_by, Stamps& out);
// The other way: known fields into a Causal, the rest into the node's extras. An alternative that fits no field is in both: as far as it is known, and as text.
CausalPtr bind_stamps(Stamps const& stamps, Node& node, RecordDecoder& decoder);

}  // namespace rancang
