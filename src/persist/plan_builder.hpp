#pragma once
// Puts a plan together from the parts of a file, in whatever order they come.
// Must not know: how the file is laid out, where its bytes are.
#include <optional>
#include <unordered_set>

#include "persist/causality_reader.hpp"
#include "persist/envelope_codec.hpp"
#include "persist/json_foreign.hpp"
#include "persist/plan_file.hpp"

namespace rancang {

class PlanBuilder final : public json::PartSink {
 public:
  explicit PlanBuilder(json::Budget& budget);
  PlanBuilder(PlanBuilder const&) = delete;

  // Parts in normal form. False: refused, error() says why.
  bool member(std::string_view key, std::string_view text) override;
  bool records() override;
  bool type(std::string_view name) override;
  bool record(std::string_view text) override;
  bool causality() override;
  bool entry(std::string_view id, std::string_view text) override;
  bool wrong_shape(std::string_view member) override;
  // The same from a line of a file that nobody looked at yet. False: refused, no JSON, or not as our own files have it.
  bool record_line(std::string_view text);
  bool entry_line(std::string_view id, std::string_view text);

  std::optional<Error> const& error() const { return error_; }

  // After the last part, until it says false: about `budget` records each time. `checksum` is hash64 of the bytes before "end".
  bool finish(std::uint64_t checksum, std::size_t budget);
  ReadPlan take() { return std::move(plan_); }

 private:
  enum class Phase : std::uint8_t { check, entries, tables, foreign };

  bool fail(std::string id, std::vector<std::string> args = {});
  bool begin_member(std::string_view key);
  bool head_member(std::string_view key, std::string_view text);
  bool set_version(std::string_view text);
  bool set_plan_id(std::string_view text);
  bool check_format();
  void check_end(std::uint64_t checksum);
  void assemble(std::vector<NodePtr>& nodes, Table& table);
  void assemble_frame();

  json::Budget& budget_;
  Remarks remarks_;
  RecordDecoder decoder_;
  RecordShelf shelf_;
  CausalityReader causality_;
  ReadPlan plan_;
  std::optional<Error> error_;

  std::unordered_set<std::string> members_;
  std::string format_, first_members_;
  Extras extras_;
  ReplicaMap replicas_;
  std::optional<FileEnd> end_;
  bool has_end_ = false, after_end_ = false;

  std::unordered_set<std::string> types_;
  std::string type_name_;
  RecordInfo const* type_ = nullptr;  // of the array being read; null: unknown here
  std::size_t in_type_ = 0, record_count_ = 0;
  std::string normal_;

  Phase phase_ = Phase::check;
  std::size_t next_ = 0;
};

}  // namespace rancang
