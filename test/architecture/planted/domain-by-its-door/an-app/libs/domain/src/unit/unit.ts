export const unit = {};
