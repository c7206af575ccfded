/** Losses, schedules, the training loop and checkpoints. */
package org.nlcen.training;
