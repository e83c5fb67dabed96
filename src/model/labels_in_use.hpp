#pragma once
// Which labels of writers a plan takes over from a file: those that some stamp in it names. The others would go along with every save for nothing.
// Must not know: whose label is right.
#include "model/document.hpp"

namespace rancang {

using Labels = std::shared_ptr<std::map<ReplicaId, ReplicaInfo> const>;
// `merged` without the labels that are neither in `ours` nor of somebody who wrote something in `theirs`; `ours` itself where nothing else is left.
Labels labels_in_use(Labels const& ours, Labels const& merged, Document const& theirs);

}  // namespace rancang
