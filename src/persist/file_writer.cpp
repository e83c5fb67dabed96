#include "persist/file_writer.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "persist/envelope_codec.hpp"
#include "persist/record_encode.hpp"

namespace rancang {

FileWriter::FileWriter(Document frame, EnvelopeInfo envelope, std::vector<Node const*> nodes)
    : frame_(std::move(frame)), envelope_(std::move(envelope)), nodes_(std::move(nodes)) {}

bool FileWriter::run(std::size_t budget) {
  switch (phase_) {
    case Phase::head: head(); break;
    case Phase::records: records(budget); break;
    case Phase::foreign_records: foreign_records(); break;
    case Phase::entries: entries(budget); break;
    case Phase::end: end(); break;
    case Phase::done: break;
  }
  return phase_ != Phase::done;
}

std::string FileWriter::take() {
  if (phase_ != Phase::done) hash_.add(out_);
  return std::exchange(out_, {});
}

void FileWriter::head() {
  causality_.prepare(nodes_, *frame_.foreign);
  append_head(out_, frame_, envelope_);
  out_ += "\"records\":{\n";
  phase_ = Phase::records;
}

void FileWriter::open_type(std::string_view name) {
  if (any_type_) out_ += "],\n";
  any_type_ = true;
  json::append_string(out_, name);
  out_ += ":[\n";
}

void FileWriter::close_type() {
  if (any_type_) out_ += "]\n";
}

void FileWriter::records(std::size_t budget) {
  std::size_t const stop = out_.size() + budget;
  for (; next_ < nodes_.size() && out_.size() < stop; ++next_) {
    Node const& node = *nodes_[next_];
    bool const first = next_ == 0 || nodes_[next_ - 1]->type != node.type;
    if (first) open_type(node.info().name);
    append_record(out_, node);
    bool const last = next_ + 1 == nodes_.size() || nodes_[next_ + 1]->type != node.type;
    out_ += last ? "\n" : ",\n";
  }
  if (next_ == nodes_.size()) phase_ = Phase::foreign_records;
}

// Types in the order in which they first appear; a file has few of these records.
void FileWriter::foreign_records() {
  auto const& foreign = *frame_.foreign;
  std::unordered_map<std::string_view, std::size_t> place;
  std::vector<std::vector<ForeignRecord const*>> types;
  for (auto const& record : foreign) {
    auto const at = place.emplace(record.type, types.size()).first->second;
    if (at == types.size()) types.emplace_back();
    types[at].push_back(&record);
  }
  for (auto const& records : types) {
    open_type(records[0]->type);
    for (std::size_t i = 0; i < records.size(); ++i) out_ += (i ? ",\n" : "") + records[i]->json;
    out_ += '\n';
  }
  close_type();
  out_ += "},\n\"causality\":{\n\"*\":";
  causality_.append_default(out_);
  next_ = 0;
  phase_ = Phase::entries;
}

void FileWriter::entries(std::size_t budget) {
  // Most records write nothing here, so records are counted as well as bytes.
  constexpr std::size_t look = 16;
  std::size_t const stop = out_.size() + budget, stop_at = next_ + std::max<std::size_t>(1, budget / look);
  for (; next_ < nodes_.size() && next_ < stop_at && out_.size() < stop; ++next_) causality_.append_entry(out_, *nodes_[next_]);
  if (next_ == nodes_.size()) phase_ = Phase::end;
}

void FileWriter::end() {
  // Two foreign records of one id, or one that also is ours, have one entry: an id stands once.
  std::unordered_set<std::string_view> written;
  for (auto const& record : *frame_.foreign) {
    auto const id = parse_ulid(record.id);
    bool const ours = id && std::any_of(frame_.tables.begin(), frame_.tables.end(), [&](Table const& table) { return table.find(*id) != nullptr; });
    if (!ours && written.insert(record.id).second) causality_.append_entry(out_, record);
  }
  out_ += "\n},\n";
  append_envelope_extras(out_, frame_);
  hash_.add(out_);
  append_end(out_, nodes_.size() + frame_.foreign->size(), hash_.value());
  phase_ = Phase::done;
}

double FileWriter::progress() const {
  if (phase_ == Phase::done) return 1;
  double const total = static_cast<double>(nodes_.size()) + 1, done = static_cast<double>(next_);
  constexpr double records_share = 0.85;
  return phase_ <= Phase::foreign_records ? records_share * done / total : records_share + (1 - records_share) * done / total;
}

}  // namespace rancang
