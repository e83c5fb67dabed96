#include "platform/null/null_disk.hpp"

#include <utility>

namespace rancang {

void NullDisk::inject(std::uint32_t nth_call, Fault fault, std::uint64_t torn_writes, std::string error_id) {
  calls_left_ = nth_call;
  fault_ = fault;
  torn_writes_ = torn_writes;
  error_id_ = std::move(error_id);
  fired_ = false;
}

void NullDisk::clear_faults() {
  calls_left_ = 0;
  fault_ = Fault::once;
  fired_ = false;
}

bool NullDisk::call() {
  if (!powered_) return false;
  if (fired_ && fault_ == Fault::from_then_on) return false;
  if (calls_left_ == 0 || --calls_left_ != 0) return true;
  fired_ = true;
  if (fault_ == Fault::power_cut) powered_ = false;
  return false;
}

bool NullDisk::transact(std::vector<NullWrite> const& writes) {
  auto const put = [this](NullWrite const& write) {
    if (write.bytes) files[write.path] = *write.bytes;
    else files.erase(write.path);
  };
  bool whole = call();  // opening the transaction
  for (std::size_t i = 0; whole && i < writes.size(); ++i) whole = call();
  whole = whole && call();  // "complete"
  if (whole) {
    for (NullWrite const& write : writes) put(write);
    ++transactions;
  } else if (!powered_ && torn_writes_ != 0) {
    for (std::size_t i = 0; i < writes.size(); ++i)
      if ((torn_writes_ >> (i % 64)) & 1) put(writes[i]);
    torn_writes_ = 0;
  }
  return whole;
}

}  // namespace rancang
