#include "persist/causality_reader.hpp"

#include "base/utf8.hpp"

namespace rancang {

void CausalityReader::entry(std::string_view id, std::string_view text) {
  if (id == "*") {
    has_default_ = true;
    if (!parse_default(text, default_)) remarks_.add(error("causality.bad_entry", {"*"}));
  } else if (has_default_ && shelf_.indexed()) {
    bind_or_remark(id, text);
  } else {
    pending_.push_back({std::string(id), std::string(text)});
  }
}

bool CausalityReader::entry_line(std::string_view id, std::string_view text) {
  if (id == "*" || !has_default_ || !shelf_.indexed()) return false;
  // Values of alternatives are any JSON, so a line with some is made normal first.
  if (text.find("\"others\"") != std::string_view::npos) return false;
  return bind(id, text) == Bound::done;
}

void CausalityReader::bind_or_remark(std::string_view id, std::string_view text) {
  Bound const bound = bind(id, text);
  if (bound == Bound::done) return;
  remarks_.add(error(bound == Bound::bad_entry ? "causality.bad_entry" : "causality.no_record", {std::string(utf8::cut(id, 60))}));
}

CausalityReader::Bound CausalityReader::bind(std::string_view id, std::string_view text) {
  auto const ulid = parse_ulid(id);
  Node* const node = ulid ? shelf_.find(*ulid) : nullptr;
  if (!node) return bind_foreign(id, text);
  if (node->causal) {
    twice_ = id;
    return Bound::bad_entry;
  }
  return bind_node(*node, text) ? Bound::done : Bound::bad_entry;
}

bool CausalityReader::bind_node(Node& node, std::string_view text) {
  if (last_causal_ && node.type == last_type_ && text == last_text_) {
    node.causal = last_causal_;
    return true;
  }
  if (!parse_stamps(text, default_.names, stamps_)) return false;
  if (stamps_.is_fresh()) {
    node.causal = fresh(stamps_.base);
    return true;
  }
  auto const extras_before = node.extras;
  node.causal = bind_stamps(stamps_, node, decoder_);
  last_causal_ = node.extras == extras_before ? node.causal : nullptr;
  last_text_ = text;
  last_type_ = node.type;
  return true;
}

CausalityReader::Bound CausalityReader::bind_foreign(std::string_view id, std::string_view text) {
  ForeignRecord* const record = shelf_.find_foreign(id);
  if (!record) return Bound::unknown_record;
  if (!parse_stamps(text, default_.names, stamps_)) return Bound::bad_entry;
  if (!record->causality.empty()) {
    twice_ = id;
    return Bound::bad_entry;
  }
  append_stamps(record->causality, stamps_, ShortNames());
  return Bound::done;
}

bool CausalityReader::settle(std::size_t budget) {
  for (; settled_ < pending_.size() && budget > 0; ++settled_, --budget) bind_or_remark(pending_[settled_].id, pending_[settled_].text);
  if (settled_ < pending_.size()) return true;
  pending_.clear();
  settled_ = 0;
  return false;
}

CausalPtr CausalityReader::fresh(Dot dot) {
  CausalPtr& causal = fresh_[dot];
  if (!causal) {
    auto made = std::make_shared<Causal>();
    made->seen = made->alive = {dot};
    made->base = dot;
    causal = std::move(made);
  }
  return causal;
}

ReplicaId CausalityReader::default_replica() {
  if (given_ && !default_.created_by) ++unstamped_;
  return default_.created_by ? default_.created_by : reader_;
}

CausalPtr CausalityReader::missing_causal(Node const& node) { return node.causal ? nullptr : fresh({default_replica(), 1}); }

std::string CausalityReader::missing_entry() {
  std::string text;
  stamps_.clear();
  stamps_.base = {default_replica(), 1};
  stamps_.seen = stamps_.alive = {stamps_.base};
  append_stamps(text, stamps_, ShortNames());
  return text;
}

}  // namespace rancang
