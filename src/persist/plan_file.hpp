#pragma once
// The plan as a file (FORMAT.md): Document → text and text → Document. The only door for plans that come from outside; everything is checked here.
// Must not know: where the bytes come from or go to, languages, screens.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"

namespace rancang {

// Newest version of the format that this code writes; a file with a higher one opens read-only.
constexpr int format_version = 1;

// What a file says about itself beside the plan.
struct EnvelopeInfo {
  std::string kind = "plan";  // "plan", "slice" or "journal"
  std::string saved_at;       // ISO 8601 with offset, "2022-09-08T09:12:00+07:00"
  std::string app;            // version of the program that wrote it
};

// Limits on foreign input, each refused with its own sentence, and what the reader needs from its caller.
struct ReadLimits {
  std::size_t file_bytes = 96u << 20;
  std::size_t depth = 32;
  std::size_t nodes = 2'000'000;  // JSON values; a file of n bytes may hold n / 4 of them if that is more
  std::size_t string_bytes = 1u << 20;
  std::size_t key_bytes = 128;
  std::size_t number_chars = 40;
  std::size_t records_per_type = 200'000;
  std::size_t remarks = 1000;  // further remarks are counted, not listed
  ReplicaId reader;            // stamps records that come without causality; null = "00000000"
};

struct ReadPlan {
  Document document;
  EnvelopeInfo envelope;
  int version = format_version;
  bool read_only = false;       // the file's version is newer than ours
  bool has_causality = false;   // false: compare by id, value by value (sharing.md 5)
  bool edited_by_hand = false;  // JSON whole, but checksum or count don't fit: its causality is no proof
  std::vector<Error> remarks;   // what was repaired or set aside; sentence: catalogue key "remark." + id
};

// Errors (catalogue "error." + id): file.empty, file.not_json {line}, file.not_rancang {found}, file.truncated, file.nul, file.utf16, file.bad_utf8, file.too_large {MB},
// file.too_deep, file.too_many_values, file.too_many_records {type}, file.string_too_long, file.key_too_long, file.number_too_long, file.duplicate_key {key},
// file.forbidden_key {key}, file.wrong_shape {member}.
Result<ReadPlan> read_plan(std::string_view bytes, ReadLimits const& limits = {});

// Equal documents and envelopes give equal bytes. Cost: one pass; resumable as PlanWriter (plan_writer.hpp).
std::string write_plan(Document const& document, EnvelopeInfo const& envelope);

}  // namespace rancang
